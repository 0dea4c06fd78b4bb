package rollcall.reports;

import java.util.List;

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
  private static final int POINTS_MOST = 150;

  public Measurement {
    percentiles = List.copyOf(percentiles);
    series = List.copyOf(series);
    spans = List.copyOf(spans);
    attachments = attachments.stream().map(RelativeFile::checked).toList();
  }

  /** One value at another. */
  public record Point(double x, double y) {}

  /**
   * Latencies by percentile.
   *
   * @param name of the path: {@code all}, {@code same node}, {@code node-1}, {@code user}
   * @param count of the deliveries in it
   * @param points percentile from 0 to 100, and microseconds
   */
  public record Curve(String name, long count, List<Point> points) {
    public Curve {
      points = few(points);
    }
  }

  /**
   * One value over time.
   *
   * @param points seconds since the scenario began, and the value in this unit
   */
  public record Series(String name, String unit, List<Point> points) {
    public Series {
      points = few(points);
    }
  }

  /** From one second since the scenario began until another. */
  public record Span(String name, double from, double until) {}

  private static List<Point> few(List<Point> points) {
    if (points.size() > POINTS_MOST) {
      throw new IllegalArgumentException(
          "a curve has at most " + POINTS_MOST + " points, not " + points.size());
    }
    return List.copyOf(points);
  }
}
