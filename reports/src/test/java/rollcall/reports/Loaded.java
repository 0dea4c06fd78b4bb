package rollcall.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rollcall.reports.Measurement.Curve;
import rollcall.reports.Measurement.Point;
import rollcall.reports.Measurement.Series;
import rollcall.reports.Measurement.Span;

/** Measurements as a loaded cell and one with a fault hand them over, drawn from a seed. */
final class Loaded {
  private static final int POINTS = 150;

  private Loaded() {}

  static Measurement underLoad(long seed) {
    Random random = new Random(seed);
    return new Measurement(
        "300 clients, 1,000 messages/s for 60 s",
        List.of(
            curve("all", 6_000_000, random),
            curve("since sent", 6_000_000, random),
            curve("by node: node-1", 2_000_000, random),
            curve("by node: node-2", 2_000_000, random),
            curve("by node: node-3", 2_000_000, random)),
        List.of(
            series("p99", "ms", 60, 8, random),
            series("p99 by path: doc", "ms", 60, 7, random),
            series("p99 by path: user", "ms", 60, 6, random),
            series("delivered: node-1", "1/s", 60, 33_000, random),
            series("delivered: node-2", "1/s", 60, 33_400, random),
            series("delivered: node-3", "1/s", 60, 33_200, random),
            series("sent", "1/s", 60, 1_000, random),
            series("lost", "1/s", 60, 0, random),
            series("CPU: node-1", "%", 60, 40, random),
            series("CPU: node-2", "%", 60, 45, random),
            series("CPU: redis", "%", 60, 12, random),
            series("memory: node-1", "MB", 60, 90, random),
            series("memory: node-2", "MB", 60, 95, random),
            series("garbage collection", "ms", 60, 4, random)),
        List.of(),
        List.of("logs/cell/all.hlog"));
  }

  static Measurement withFault(long seed) {
    Random random = new Random(seed);
    List<Point> lost = new ArrayList<>();
    List<Point> slow = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double second = i * 0.1;
      boolean down = second > 4 && second < 7.5;
      lost.add(new Point(second, down ? 18 + random.nextInt(4) : 0));
      slow.add(
          new Point(
              second, down ? 3_000 : second < 8.5 && second > 4 ? 700 : 2 + random.nextDouble()));
    }
    return new Measurement(
        "Redis killed and started again",
        List.of(),
        List.of(
            new Series("p99: all", "ms", slow),
            new Series("lost: node-1", "per 100 ms", lost),
            new Series(
                "lost: node-2",
                "per 100 ms",
                lost.stream().map(p -> new Point(p.x(), p.y() / 2)).toList())),
        List.of(
            new Span("before", 0, 4),
            new Span("Redis down", 4, 7.5),
            new Span("resubscribed", 7.5, 8.5),
            new Span("after", 8.5, 14.9)),
        List.of());
  }

  /** The steps of a search for a capacity, one after the other. */
  static Measurement knee() {
    int[] levels = {50, 100, 200, 400, 800, 1_600, 1_200, 1_400, 1_500, 1_450, 1_450, 1_450};
    List<Point> rates = new ArrayList<>();
    List<Point> slow = new ArrayList<>();
    List<Point> lost = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      boolean broke = levels[i] > 1_450;
      rates.add(new Point(i * 10, levels[i]));
      slow.add(new Point(i * 10, broke ? 163.2 : 4 + levels[i] / 20.0));
      lost.add(new Point(i * 10, 0));
      String purpose = i < 6 ? "doubling" : i < 10 ? "bisection" : "confirmation";
      spans.add(
          new Span(
              "%s at %,d: %s".formatted(purpose, levels[i], broke ? "broke, p99 163 ms" : "held"),
              i * 10,
              i * 10 + 10));
    }
    return new Measurement(
        "the knee at 1,450/s, in 12 steps",
        List.of(),
        List.of(
            new Series("rate", "", rates),
            new Series("p99", "ms", slow),
            new Series("lost", "deliveries", lost)),
        spans,
        List.of("knee-3-nodes.svg", "capacity.md", "capacity.json"));
  }

  static Trend trend(String name, int nights, int since, long seed) {
    Random random = new Random(seed);
    List<Trend.Point> points = new ArrayList<>();
    for (int i = 0; i < nights; i++) {
      double value = 8 * (1 + 0.05 * random.nextGaussian()) * (i >= since ? 1.3 : 1);
      points.add(
          new Trend.Point(Instant.parse("2026-10-22T23:59:01Z").plusSeconds(86_400L * i), value));
    }
    boolean changed = since < nights;
    return new Trend(
        name,
        "ms",
        points,
        changed ? List.of(since) : List.of(),
        changed ? "30 % more since 12 Nov" : "as it was");
  }

  private static Curve curve(String name, long count, Random random) {
    double base = 900 + random.nextInt(900);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS - 1; i++) {
      double percentile = 100 * (1 - Math.pow(10, -4.2 * i / (POINTS - 2)));
      points.add(new Point(percentile, base * (1 + i * i * i / 60_000.0)));
    }
    points.add(new Point(100, base * 80));
    return new Curve(name, count, points);
  }

  private static Series series(String name, String unit, int points, double level, Random random) {
    List<Point> all = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      all.add(new Point(i, level * (1 + 0.1 * random.nextGaussian())));
    }
    return new Series(name, unit, all);
  }
}
