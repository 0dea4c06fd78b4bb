package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import rollcall.fixtures.ledger.Ledger;
import rollcall.fixtures.ledger.Moment;
import rollcall.fixtures.ledger.Stream;
import rollcall.reports.Measurement;
import rollcall.reports.Measurement.Point;
import rollcall.reports.Measurement.Series;

/**
 * Draws how a fault went: what arrived at each node and what did not, by when it was due, beside
 * what was done meanwhile.
 */
record Picture(String title, Phases phases) {
  private static final int POINTS_MOST = 150;
  private static final Duration FINEST = Duration.ofMillis(100);

  Measurement of(Ledger ledger, Collection<Stream> streams) {
    double ended = phases.spans().stream().mapToDouble(Measurement.Span::until).max().orElse(0);
    Duration slot = slot(ended);
    Map<String, List<Moment>> nodes =
        new TreeMap<>(ledger.overTime(streams, phases.begunNanos(), slot));
    String each = "per %.1f s".formatted(slot.toMillis() / 1_000.0);
    List<Series> series = new ArrayList<>();
    nodes.forEach(
        (node, moments) ->
            series.add(new Series("slowest delivery: " + node, "ms", slowest(moments, slot))));
    nodes.forEach(
        (node, moments) ->
            series.add(
                new Series("delivered: " + node, each, points(moments, slot, Moment::delivered))));
    nodes.forEach(
        (node, moments) ->
            series.add(new Series("lost: " + node, each, points(moments, slot, Moment::lost))));
    if (nodes.values().stream().flatMap(List::stream).anyMatch(one -> one.inDoubt() > 0)) {
      nodes.forEach(
          (node, moments) ->
              series.add(
                  new Series(
                      "not arrived and in doubt: " + node,
                      each,
                      points(moments, slot, Moment::inDoubt))));
    }
    return new Measurement(title, List.of(), series, phases.spans(), List.of());
  }

  /** Whole tenths of a second, of which so many last until the end and one more. */
  static Duration slot(double seconds) {
    long tenths = (long) Math.ceil((seconds + 1) * 10 / (POINTS_MOST - 1));
    return FINEST.multipliedBy(Math.max(1, tenths));
  }

  private static List<Point> points(
      List<Moment> moments, Duration slot, ToDoubleFunction<Moment> value) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < Math.min(moments.size(), POINTS_MOST); i++) {
      points.add(new Point(middle(i, slot), value.applyAsDouble(moments.get(i))));
    }
    return points;
  }

  /** Where nothing arrived there was nothing that was slow. */
  private static List<Point> slowest(List<Moment> moments, Duration slot) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < Math.min(moments.size(), POINTS_MOST); i++) {
      if (moments.get(i).delivered() > 0) {
        points.add(new Point(middle(i, slot), moments.get(i).slowest().toNanos() / 1e6));
      }
    }
    return points;
  }

  private static double middle(int slot, Duration length) {
    return (slot + 0.5) * length.toMillis() / 1_000.0;
  }
}
