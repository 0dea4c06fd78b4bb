package rollcall.reports;

import java.util.ArrayList;
import java.util.List;
import rollcall.reports.Measurement.Curve;
import rollcall.reports.chart.Chart;
import rollcall.reports.chart.Line;
import rollcall.reports.chart.Scale;

/** Latencies by percentile, one line for each path. */
final class DrawnCurves {
  static final double[] TOLD = {50, 90, 99, 99.9, 99.99};
  private static final double MICROS = 1000;

  private DrawnCurves() {}

  static Figure of(String what, List<Curve> curves) {
    List<Line> lines = curves.stream().map(DrawnCurves::line).toList();
    String title = "Latency by percentile%s, ms".formatted(what.isEmpty() ? "" : ", " + what);
    Chart chart =
        new Chart(
            title + ": " + Drawn.spoken(lines),
            "percentile",
            Scale.percentiles(),
            Scale.fitting(Drawn.heights(lines)),
            lines,
            List.of());
    List<List<String>> rows = curves.stream().map(DrawnCurves::row).toList();
    List<String> head = List.of("", "count", "p50", "p90", "p99", "p99.9", "p99.99", "max");
    return new Figure(title, chart.svg(), Drawn.keys(lines), head, rows);
  }

  private static Line line(Curve curve) {
    return new Line(
        curve.which(),
        curve.points().stream()
            .filter(point -> point.x() <= Scale.PERCENTILE_MOST)
            .map(point -> new Line.Dot(point.x(), point.y() / MICROS))
            .toList());
  }

  private static List<String> row(Curve curve) {
    List<String> row = new ArrayList<>(List.of(curve.which(), Spoken.figure(curve.count())));
    for (double percentile : TOLD) {
      row.add(curve.at(percentile).map(micros -> Drawn.number(micros / MICROS)).orElse("–"));
    }
    row.add(curve.at(100).map(micros -> Drawn.number(micros / MICROS)).orElse("–"));
    return row;
  }
}
