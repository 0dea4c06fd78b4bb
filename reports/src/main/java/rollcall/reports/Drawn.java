package rollcall.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
  /** The rest of what was measured by percentile comes after what changed over time. */
  private static final int CURVES_FIRST = 3;

  private static final String TIME = "seconds since the scenario began";

  private Drawn() {}

  static List<Figure> of(Measurement measured) {
    List<Figure> curves = new ArrayList<>();
    alike(measured.percentiles(), Curve::what)
        .forEach((what, these) -> curves.add(DrawnCurves.of(what, these)));
    List<Figure> figures =
        new ArrayList<>(curves.subList(0, Math.min(CURVES_FIRST, curves.size())));
    alike(measured.series(), Drawn::title)
        .forEach((what, these) -> figures.add(over(what, these, measured.spans())));
    figures.addAll(curves.subList(Math.min(CURVES_FIRST, curves.size()), curves.size()));
    return figures;
  }

  private static <T> Map<String, List<T>> alike(List<T> all, Function<T, String> what) {
    Map<String, List<T>> alike = new LinkedHashMap<>();
    all.forEach(one -> alike.computeIfAbsent(what.apply(one), any -> new ArrayList<>()).add(one));
    return alike;
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
        List.of("", "least", "median", "most"),
        lines.stream().map(Drawn::row).toList());
  }

  private static String title(Series series) {
    return series.what() + (series.unit().isEmpty() ? "" : ", " + series.unit());
  }

  private static Stream<Double> reach(List<Series> several, List<Span> spans) {
    return Stream.concat(
        several.stream().flatMap(one -> one.points().stream()).map(Point::x),
        spans.stream().flatMap(span -> Stream.of(span.from(), span.until())));
  }

  private static List<Line.Dot> dots(List<Point> points) {
    return points.stream().map(point -> new Line.Dot(point.x(), point.y())).toList();
  }

  static List<Double> heights(List<Line> lines) {
    return lines.stream().flatMap(line -> line.dots().stream()).map(Line.Dot::y).toList();
  }

  static List<Figure.Key> keys(List<Line> lines) {
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

  static String spoken(List<Line> lines) {
    return String.join("; ", lines.stream().map(Drawn::phrase).toList());
  }

  private static String phrase(Line line) {
    List<String> row = row(line);
    return "%s from %s to %s".formatted(row.get(0), row.get(1), row.get(3));
  }

  private static String phrase(List<Span> spans) {
    return spans.isEmpty() ? "" : "; meanwhile " + String.join(", ", phases(spans));
  }

  /** What went on meanwhile, as the charts number it. */
  static List<String> phases(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                "%s, %s to %s\u00A0s"
                    .formatted(span.name(), number(span.from()), number(span.until())))
        .toList();
  }

  private static String upper(String text) {
    boolean name = text.length() > 1 && Character.isDigit(text.charAt(1));
    return text.isEmpty() || name
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Three digits say enough of what was measured once. */
  static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
