package rollcall.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** {@code latency.hlog}: every latency in microseconds, as HdrHistogram's own tools open it. */
final class LatencyLog implements Renderer {
  private static final Pattern NO_TAG = Pattern.compile("[\\s,]+");
  private static final double SECOND_MILLIS = 1000;

  @Override
  public String fileName() {
    return "latency.hlog";
  }

  /** Empty where nothing was measured. */
  @Override
  public String render(RunRecord run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    boolean any = false;
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        for (Measurement measured : scenario.measurements()) {
          for (Measurement.Curve curve : measured.percentiles()) {
            if (!curve.histogram().isEmpty()) {
              any = head(log, run, any);
              put(log, scenario, curve, scenario.id() + "@" + cell.name() + ":" + curve.name());
            }
          }
        }
      }
    }
    return any ? bytes.toString(StandardCharsets.UTF_8) : "";
  }

  private static boolean head(HistogramLogWriter log, RunRecord run, boolean written) {
    if (!written) {
      log.outputComment("[Latencies in microseconds, from the moment a message was due]");
      log.outputLogFormatVersion();
      log.outputStartTime(run.started().toEpochMilli());
      log.outputLegend();
    }
    return true;
  }

  private static void put(
      HistogramLogWriter log, ScenarioResult scenario, Measurement.Curve curve, String name) {
    Histogram micros = Histograms.unpacked(curve.histogram());
    micros.setTag(NO_TAG.matcher(name).replaceAll("_"));
    double seconds = scenario.elapsed().toMillis() / SECOND_MILLIS;
    log.outputIntervalHistogram(0.0, seconds, micros, 1.0);
  }
}
