package rollcall.reports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rollcall.reports.chart.Band;
import rollcall.reports.chart.Chart;
import rollcall.reports.chart.Line;
import rollcall.reports.chart.Scale;

/** A trend as the page shows it; public inside, for the template reads nothing else. */
final class DrawnTrend {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private DrawnTrend() {}

  /** One small chart. */
  public record Small(String title, String svg, String says) {}

  static Small of(Trend trend) {
    List<Line.Dot> dots = new ArrayList<>();
    for (int i = 0; i < trend.points().size(); i++) {
      dots.add(new Line.Dot(i + 1, trend.points().get(i).value()));
    }
    List<Band> bands =
        trend.changes().stream()
            .map(change -> new Band(since(trend, change), change + 0.5, dots.size() + 0.5))
            .toList();
    Chart chart =
        new Chart(
            trend.name() + ": " + trend.says(),
            "runs, oldest first",
            Scale.between(0.5, dots.size() + 0.5),
            Scale.fitting(dots.stream().map(Line.Dot::y).toList()),
            List.of(new Line(trend.name(), dots)),
            bands);
    String unit = trend.unit().isEmpty() ? "" : ", " + trend.unit();
    return new Small(trend.name() + unit, chart.svg(), trend.says());
  }

  private static String since(Trend trend, int change) {
    Instant started = trend.points().get(change).started();
    return "since " + DAY.format(started);
  }
}
