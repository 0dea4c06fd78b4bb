package rollcall.matrix.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rollcall.fixtures.cluster.Topology;
import rollcall.reports.capacity.CapacityStep;
import rollcall.reports.capacity.ClusterSize;

/** A capacity as its report tells it. */
public final class CapacityAccount {
  private static final double MILLI = 1_000.0;
  private static final String NOT_ANSWERED = "not answered";

  private CapacityAccount() {}

  public static ClusterSize of(
      Capacity capacity, Topology topology, Subject subject, Optional<Demand> demand) {
    List<CapacityStep> steps = new ArrayList<>();
    for (int i = 0; i < capacity.searches().size(); i++) {
      for (Step step : capacity.searches().get(i).steps()) {
        steps.add(step(i + 1, step));
      }
    }
    return new ClusterSize(
        topology.nodes(),
        topology.toString(),
        capacity.decide(demand).toString(),
        capacity.level(),
        capacity.last().isPresent() ? NOT_ANSWERED : subject.spoken(capacity.level()),
        capacity.why(),
        capacity.reservations(),
        steps);
  }

  /** Of a search that was stopped, or still goes on: its steps, and no answer. */
  public static ClusterSize unfinished(Topology topology, List<CapacityStep> steps, String why) {
    return new ClusterSize(
        topology.nodes(),
        topology.toString(),
        Decision.UNKNOWN.toString(),
        0,
        NOT_ANSWERED,
        why,
        List.of(),
        steps);
  }

  static CapacityStep step(int search, Step step) {
    Seen seen = step.seen();
    return new CapacityStep(
        search,
        step.purpose().spoken(),
        step.level(),
        step.taken().length().toMillis() / MILLI,
        step.came().name().toLowerCase(Locale.ROOT),
        step.because(),
        seen.micros().getValueAtPercentile(50) / MILLI,
        seen.micros().getValueAtPercentile(99) / MILLI,
        seen.counts().delivered(),
        seen.counts().lost(),
        seen.around().foreign(),
        seen.around().busy());
  }
}
