package rollcall.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rollcall.reports.Measurement.Curve;
import rollcall.reports.Measurement.Point;
import rollcall.reports.Measurement.Series;
import rollcall.reports.Measurement.Span;
import rollcall.reports.chart.Band;
import rollcall.reports.chart.Chart;
import rollcall.reports.chart.Line;
import rollcall.reports.chart.Scale;

/** What was measured, as charts and as the few numbers that say the same. */
final class Drawn {
  static final double[] TOLD = {50, 90, 99, 99.9, 99.99};
  private static final double MICROS = 1000;
  private static final String TIME = "seconds since the scenario began";

  private Drawn() {}

  static List<Figure> of(Measurement measured) {
    List<Figure> figures = new ArrayList<>();
    if (!measured.percentiles().isEmpty()) {
      figures.add(percentiles(measured.percentiles()));
    }
    Map<String, List<Series>> together = new LinkedHashMap<>();
    for (Series series : measured.series()) {
      together
          .computeIfAbsent(series.what() + ", " + series.unit(), what -> new ArrayList<>())
          .add(series);
    }
    together.forEach((what, series) -> figures.add(over(what, series, measured.spans())));
    return figures;
  }

  private static Figure percentiles(List<Curve> curves) {
    List<Line> lines = curves.stream().map(Drawn::line).toList();
    String title = "Latency by percentile, ms";
    Chart chart =
        new Chart(
            title + ": " + spoken(lines),
            "percentile",
            Scale.percentiles(),
            Scale.fitting(heights(lines)),
            lines,
            List.of());
    List<List<String>> rows = curves.stream().map(Drawn::row).toList();
    List<String> head = List.of("", "count", "p50", "p90", "p99", "p99.9", "p99.99", "max");
    return new Figure(title, chart.svg(), keys(lines), List.of(), head, rows);
  }

  private static Line line(Curve curve) {
    return new Line(
        curve.name(),
        curve.points().stream()
            .filter(point -> point.x() <= Scale.PERCENTILE_MOST)
            .map(point -> new Line.Dot(point.x(), point.y() / MICROS))
            .toList());
  }

  private static List<String> row(Curve curve) {
    List<String> row = new ArrayList<>(List.of(curve.name(), Spoken.figure(curve.count())));
    for (double percentile : TOLD) {
      row.add(curve.at(percentile).map(micros -> number(micros / MICROS)).orElse("–"));
    }
    row.add(curve.at(100).map(micros -> number(micros / MICROS)).orElse("–"));
    return row;
  }

  private static Figure over(String what, List<Series> several, List<Span> spans) {
    List<Line> lines =
        several.stream().map(one -> new Line(one.which(), dots(one.points()))).toList();
    double from = reach(several, spans).min(Double::compare).orElse(0.0);
    double to = reach(several, spans).max(Double::compare).orElse(1.0);
    Chart chart =
        new Chart(
            what + " over time: " + spoken(lines) + phrase(spans),
            TIME,
            Scale.between(Math.min(0, from), to),
            Scale.fitting(heights(lines)),
            lines,
            spans.stream().map(s -> new Band(s.name(), s.from(), s.until())).toList());
    return new Figure(
        upper(what),
        chart.svg(),
        keys(lines),
        phases(spans),
        List.of("", "least", "median", "most"),
        lines.stream().map(Drawn::row).toList());
  }

  private static Stream<Double> reach(List<Series> several, List<Span> spans) {
    return Stream.concat(
        several.stream().flatMap(one -> one.points().stream()).map(Point::x),
        spans.stream().flatMap(span -> Stream.of(span.from(), span.until())));
  }

  private static List<Line.Dot> dots(List<Point> points) {
    return points.stream().map(point -> new Line.Dot(point.x(), point.y())).toList();
  }

  private static List<Double> heights(List<Line> lines) {
    return lines.stream().flatMap(line -> line.dots().stream()).map(Line.Dot::y).toList();
  }

  private static List<Figure.Key> keys(List<Line> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Figure.Key(Chart.key(i), lines.get(i).name()))
        .toList();
  }

  private static List<String> row(Line line) {
    double[] sorted = line.dots().stream().mapToDouble(Line.Dot::y).sorted().toArray();
    if (sorted.length == 0) {
      return List.of(line.name(), "–", "–", "–");
    }
    return List.of(
        line.name(),
        number(sorted[0]),
        number(sorted[sorted.length / 2]),
        number(sorted[sorted.length - 1]));
  }

  private static String spoken(List<Line> lines) {
    return String.join("; ", lines.stream().map(Drawn::phrase).toList());
  }

  private static String phrase(Line line) {
    List<String> row = row(line);
    return "%s from %s to %s".formatted(row.get(0), row.get(1), row.get(3));
  }

  private static String phrase(List<Span> spans) {
    return spans.isEmpty() ? "" : "; meanwhile " + String.join(", ", phases(spans));
  }

  private static List<String> phases(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                "%s, %s to %s s".formatted(span.name(), number(span.from()), number(span.until())))
        .toList();
  }

  private static String upper(String text) {
    boolean name = text.length() > 1 && Character.isDigit(text.charAt(1));
    return text.isEmpty() || name
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Three digits say enough of what was measured once. */
  private static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
