package rollcall.matrix.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rollcall.matrix.capacity.Decision;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Measurement;
import rollcall.reports.Measurement.Point;
import rollcall.reports.Measurement.Series;
import rollcall.reports.Measurement.Span;
import rollcall.reports.Place;
import rollcall.reports.ScenarioResult;
import rollcall.reports.SignOff;
import rollcall.reports.Standing;
import rollcall.reports.capacity.CapacityReport;
import rollcall.reports.capacity.CapacityStep;
import rollcall.reports.capacity.ClusterSize;

/** A capacity as the results of a run: each size of the cluster is a cell with one promise. */
record CapacityCells(CapacityReport report, String again) {
  private static final int POINTS_MOST = 150;

  static String knee(ClusterSize size) {
    return "knee-%d-nodes.svg".formatted(size.nodes());
  }

  CellResult of(ClusterSize size, Place place) {
    ScenarioResult promise =
        new ScenarioResult(
            "capacity/" + report.subject(),
            report.demand().isEmpty()
                ? "The highest %s at which %s".formatted(report.subject(), report.objective())
                : "Carries %s while %s".formatted(report.demand(), report.objective()),
            Standing.ASKED,
            "",
            List.of(finding(size)),
            Duration.ofMillis((long) (1_000 * seconds(size.steps()))),
            again,
            List.of(measurement(size)));
    return new CellResult(
        place, Standing.ASKED, "", List.of(), List.of(promise), Course.NONE, again);
  }

  private static Finding finding(ClusterSize size) {
    Map<String, Object> figures = new TreeMap<>();
    figures.put("carries", size.capacity());
    figures.put("steps", size.steps().size());
    for (int i = 0; i < size.reservations().size(); i++) {
      figures.put("reservation " + (i + 1), size.reservations().get(i));
    }
    return new Finding(
        "capacity",
        Decision.valueOf(size.decision().replace('-', '_')).verdict(),
        size.why(),
        figures);
  }

  /** Steps one after the other, as if nothing had been between them. */
  private Measurement measurement(ClusterSize size) {
    List<CapacityStep> steps = size.steps().subList(0, Math.min(POINTS_MOST, size.steps().size()));
    List<Point> levels = new ArrayList<>();
    List<Point> times = new ArrayList<>();
    List<Point> lost = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    double begun = 0;
    for (CapacityStep step : steps) {
      levels.add(new Point(begun, step.level()));
      times.add(new Point(begun, step.p99Millis()));
      lost.add(new Point(begun, step.lost()));
      spans.add(new Span(spoken(step), begun, begun + step.seconds()));
      begun += step.seconds();
    }
    return new Measurement(
        "the knee at %s, in %d steps".formatted(size.spoken(), size.steps().size()),
        List.of(),
        List.of(
            new Series(report.subject(), "", levels),
            new Series("p99", "ms", times),
            new Series("lost", "deliveries", lost)),
        spans,
        List.of(knee(size), "capacity.md", "capacity.json"));
  }

  private static String spoken(CapacityStep step) {
    return String.format(
        Locale.ROOT,
        "%s at %,d: %s%s",
        step.purpose(),
        step.level(),
        step.came(),
        step.because().isEmpty() ? "" : ", " + step.because());
  }

  private static double seconds(List<CapacityStep> steps) {
    return steps.stream().mapToDouble(CapacityStep::seconds).sum();
  }

  SignOff signOff() {
    List<String> results = new ArrayList<>();
    for (ClusterSize size : report.sizes()) {
      results.add("%s, %s: %s".formatted(size.topology(), size.decision(), size.why()));
      results.addAll(size.reservations());
    }
    return new SignOff(
        report.demand().isEmpty()
            ? "How much is carried while %s.".formatted(report.objective())
            : "%s is carried while %s.".formatted(report.demand(), report.objective()),
        results,
        report.conditions());
  }
}
