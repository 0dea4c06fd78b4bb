package rollcall.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/**
 * What was measured over the time of one scenario, for its charts.
 *
 * @param title what was measured: {@code 300 clients, 1,000 messages/s}
 * @param percentiles latencies, one curve for each path
 * @param series what changed from second to second
 * @param spans what went on meanwhile, such as the phases of a fault
 * @param attachments files beside it, relative to the run's folder: {@code logs/three/all.hlog}
 */
public record Measurement(
    String title,
    List<Curve> percentiles,
    List<Series> series,
    List<Span> spans,
    List<String> attachments) {
  static final int POINTS_MOST = 150;

  public Measurement {
    percentiles = List.copyOf(percentiles);
    series = List.copyOf(series);
    spans = List.copyOf(spans);
    attachments = attachments.stream().map(RelativeFile::checked).toList();
  }

  /** One value at another. */
  @JsonSerialize(using = InOneLine.class)
  public record Point(double x, double y) {
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("a point has a place, not %s, %s".formatted(x, y));
      }
    }
  }

  /** There are so many of them that a line for each number makes half of a file. */
  static final class InOneLine extends JsonSerializer<Point> {
    @Override
    public void serialize(Point point, JsonGenerator json, SerializerProvider any)
        throws IOException {
      json.writeRawValue("{\"x\" : " + point.x() + ", \"y\" : " + point.y() + "}");
    }
  }

  /**
   * Latencies by percentile.
   *
   * @param name of the path: {@code all}, {@code same node}; where several belong into one chart,
   *     of which one stands behind a colon: {@code by node: node-1}
   * @param count of the deliveries in it
   * @param points percentile from 0 to 100, and microseconds
   * @param histogram all of it as HdrHistogram's logs hold it, compressed and in base 64; empty
   *     where it was not kept
   */
  public record Curve(String name, long count, List<Point> points, String histogram) {
    public Curve {
      points = few(points);
      // Absent in what earlier versions wrote.
      histogram = Objects.requireNonNullElse(histogram, "");
    }

    /** One of which only these points were kept. */
    public Curve(String name, long count, List<Point> points) {
      this(name, count, points, "");
    }

    /** All that a histogram of microseconds holds. */
    public static Curve of(String name, AbstractHistogram micros) {
      return new Curve(
          name, micros.getTotalCount(), Histograms.points(micros), Histograms.packed(micros));
    }

    /** What is drawn: {@code by node}; empty where the path stands for itself. */
    String what() {
      return name.contains(": ") ? name.substring(0, name.indexOf(": ")) : "";
    }

    /** Which one of it: {@code node-1}. */
    String which() {
      return after(name);
    }

    /** The value of which so many percent are not above; empty where it does not reach so far. */
    public Optional<Double> at(double percentile) {
      return points.stream().filter(point -> point.x() >= percentile).map(Point::y).findFirst();
    }
  }

  /**
   * One value over time.
   *
   * @param name what it is: {@code lost}; where several belong into one chart, of which one stands
   *     behind a colon: {@code delivered: node-1}, {@code p99: user}
   * @param points seconds since the scenario began, and the value in this unit
   */
  public record Series(String name, String unit, List<Point> points) {
    public Series {
      points = few(points);
    }

    /** What is drawn: {@code delivered}. */
    String what() {
      return name.contains(": ") ? name.substring(0, name.indexOf(": ")) : name;
    }

    /** Which one of it: {@code node-1}. */
    String which() {
      return after(name);
    }
  }

  /** From one second since the scenario began until another. */
  public record Span(String name, double from, double until) {
    public Span {
      if (!(from <= until) || Double.isInfinite(from) || Double.isInfinite(until)) {
        throw new IllegalArgumentException(
            "%s does not go from second %s until %s".formatted(name, from, until));
      }
    }
  }

  private static String after(String name) {
    return name.contains(": ") ? name.substring(name.indexOf(": ") + 2) : name;
  }

  private static List<Point> few(List<Point> points) {
    if (points.size() > POINTS_MOST) {
      throw new IllegalArgumentException(
          "a curve has at most " + POINTS_MOST + " points, not " + points.size());
    }
    return List.copyOf(points);
  }
}
