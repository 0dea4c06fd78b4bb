package rollcall.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code metrics.prom}: what a run came to, for Prometheus' textfile collector. */
final class Prometheus implements Renderer {
  private static final double SECOND_MILLIS = 1000;
  private static final double SECOND_MICROS = 1e6;
  private static final Set<String> COUNTED =
      new TreeSet<>(
          Set.of(
              "due",
              "delivered",
              "lost",
              "repeated",
              "misdelivered",
              "reordered",
              "damaged",
              "late"));

  @Override
  public String fileName() {
    return "metrics.prom";
  }

  @Override
  public String render(RunRecord run) {
    RunRecord shown = Escape.shown(run);
    StringBuilder text = new StringBuilder();
    String matrix = label("matrix", shown.matrix());
    for (Family family : families(shown, matrix)) {
      family.write(text);
    }
    return text.toString();
  }

  private static List<Family> families(RunRecord run, String matrix) {
    Family verdict = new Family("run_verdict", "The verdict of the run: 1 for the one it has.");
    for (Verdict one : Verdict.values()) {
      String name = label("verdict", one.name().toLowerCase(Locale.ROOT));
      verdict.put(matrix + "," + name, run.verdict() == one ? 1 : 0);
    }
    Family started = new Family("run_started_timestamp_seconds", "When the run began.");
    started.put(matrix, (double) run.started().getEpochSecond());
    Family took = new Family("run_duration_seconds", "How long the run took.");
    took.put(matrix, seconds(run.elapsed()));
    Family counts = new Family("promises", "How many promises came to an outcome.");
    Tally tally = Tally.of(run.cells());
    for (Outcome outcome : Outcome.values()) {
      counts.put(matrix + "," + outcome(outcome), tally.promises(outcome));
    }
    List<Family> families = new ArrayList<>(List.of(verdict, started, took, counts));
    families.addAll(byCell(run, matrix));
    return families;
  }

  private static List<Family> byCell(RunRecord run, String matrix) {
    Family ready = new Family("cluster_ready_seconds", "Until a cell's cluster was ready.");
    Family promise = new Family("promise_outcome", "What a promise came to in a cell: always 1.");
    Family counted = new Family("deliveries", "What became of the deliveries that were due.");
    Family latency = new Family("latency_seconds", "Latency from when a message was due.");
    for (CellResult cell : run.cells()) {
      String in = matrix + "," + label("cell", cell.name());
      if (!cell.ready().isZero()) {
        ready.put(in, seconds(cell.ready()));
      }
      for (ScenarioResult scenario : cell.scenarios()) {
        String of = in + "," + label("promise", scenario.id());
        promise.put(of + "," + outcome(Outcome.of(cell, scenario)), 1);
        counted(scenario).forEach((kind, n) -> counted.put(of + "," + label("kind", kind), n));
        for (Measurement measured : scenario.measurements()) {
          measured.percentiles().forEach(curve -> latency(latency, of, curve));
        }
      }
    }
    return List.of(ready, promise, counted, latency);
  }

  private static void latency(Family family, String of, Measurement.Curve curve) {
    String path = of + "," + label("path", curve.name());
    for (double told : DrawnCurves.TOLD) {
      Optional<Double> micros = curve.at(told);
      micros.ifPresent(
          value ->
              family.put(
                  path + "," + label("percentile", Spoken.figure(told)), value / SECOND_MICROS));
    }
  }

  private static Map<String, Double> counted(ScenarioResult scenario) {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Finding finding : scenario.findings()) {
      for (String kind : COUNTED) {
        if (finding.figures().get(kind) instanceof Number number) {
          counts.putIfAbsent(kind, number.doubleValue());
        }
      }
    }
    return counts;
  }

  private static String outcome(Outcome outcome) {
    return label("outcome", outcome.name().toLowerCase(Locale.ROOT));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / SECOND_MILLIS;
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + "=\"" + escaped + "\"";
  }

  /** One metric with all its values; the first of each set of labels stays. */
  private record Family(String name, String help, Map<String, Double> values) {
    Family(String name, String help) {
      this("rollcall_" + name, help, new LinkedHashMap<>());
    }

    void put(String labels, double value) {
      values.putIfAbsent(labels, value);
    }

    void write(StringBuilder text) {
      if (values.isEmpty()) {
        return;
      }
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(" gauge\n");
      values.forEach(
          (labels, value) ->
              text.append(name)
                  .append('{')
                  .append(labels)
                  .append("} ")
                  .append(
                      value == Math.rint(value) && Math.abs(value) < 1e15
                          ? String.valueOf(value.longValue())
                          : value.toString())
                  .append('\n'));
    }
  }
}
