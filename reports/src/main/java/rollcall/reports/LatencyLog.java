package rollcall.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.HistogramLogWriter;

/** {@code latency.hlog}: every latency in microseconds, as HdrHistogram's own tools open it. */
final class LatencyLog implements Renderer {
  private static final Pattern NO_TAG = Pattern.compile("[\\s,]+");
  private static final double SECOND_MILLIS = 1000;

  @Override
  public String fileName() {
    return "latency.hlog";
  }

  static boolean hasAny(RunRecord run) {
    return run.cells().stream()
        .flatMap(cell -> cell.scenarios().stream())
        .flatMap(LatencyLog::whole)
        .findAny()
        .isPresent();
  }

  /** Empty where nothing was measured. */
  @Override
  public String render(RunRecord run) {
    if (!hasAny(run)) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    log.outputComment("[Latencies in microseconds, from the moment a message was due]");
    log.outputLogFormatVersion();
    log.outputStartTime(run.started().toEpochMilli());
    log.outputLegend();
    StringBuilder lines = new StringBuilder(bytes.toString(StandardCharsets.UTF_8));
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        String of = scenario.id() + "@" + cell.name() + ":";
        whole(scenario).forEach(curve -> lines.append(line(scenario, curve, of + curve.name())));
      }
    }
    return lines.toString();
  }

  /** Those of which all was kept. */
  private static Stream<Measurement.Curve> whole(ScenarioResult scenario) {
    return scenario.measurements().stream()
        .flatMap(measured -> measured.percentiles().stream())
        .filter(curve -> !curve.histogram().isEmpty());
  }

  /** As the log's writer would, which would unpack it first and pack it again. */
  private static String line(ScenarioResult scenario, Measurement.Curve curve, String name) {
    String padding = "=".repeat((4 - curve.histogram().length() % 4) % 4);
    return String.format(
        Locale.ROOT,
        "Tag=%s,0.000,%.3f,%.3f,%s%s\n",
        NO_TAG.matcher(name).replaceAll("_"),
        scenario.elapsed().toMillis() / SECOND_MILLIS,
        curve.at(100).orElse(0.0),
        curve.histogram(),
        padding);
  }
}
