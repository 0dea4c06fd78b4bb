package rollcall.scenarios.failover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.reports.Measurement.Span;

/** What went on when around one fault, one thing after the other, on a clock of its own. */
final class Phases {
  private final String fault;
  private final long begunNanos = System.nanoTime();
  private final List<Span> spans = new ArrayList<>();
  private long lastNanos = begunNanos;
  private boolean healed;

  /**
   * Begun now.
   *
   * @param fault what the system goes through: {@code Redis down}
   */
  Phases(String fault) {
    this.fault = fault;
  }

  void broken() {
    ends("before", System.nanoTime());
  }

  void healed(long nanos) {
    ends(fault, nanos);
    healed = true;
  }

  /** Each node has recovered once all ways to it carry again; one that has not says so. */
  void end(Collection<Lane> lanes) {
    long from = lastNanos;
    Map<String, Long> nodes = new TreeMap<>();
    for (Lane lane : lanes) {
      long took = lane.recovered().map(after -> after.toNanos()).orElse(Long.MAX_VALUE);
      nodes.merge(lane.way().to(), took, Math::max);
    }
    if (healed) {
      nodes.entrySet().stream()
          .filter(node -> node.getValue() < Long.MAX_VALUE)
          .sorted(Map.Entry.comparingByValue())
          .forEach(node -> ends("until " + node.getKey() + " recovered", from + node.getValue()));
    }
    nodes.values().removeIf(took -> took < Long.MAX_VALUE);
    String last = nodes.isEmpty() ? "after" : "not recovered: " + String.join(", ", nodes.keySet());
    ends(healed ? last : fault, System.nanoTime());
  }

  private void ends(String name, long nanos) {
    spans.add(new Span(name, seconds(lastNanos), seconds(nanos)));
    lastNanos = nanos;
  }

  long begunNanos() {
    return begunNanos;
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private double seconds(long nanos) {
    return (nanos - begunNanos) / 1e9;
  }
}
