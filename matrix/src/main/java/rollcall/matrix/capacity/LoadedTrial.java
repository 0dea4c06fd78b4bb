package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.load.Excuse;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadRun;
import rollcall.fixtures.probe.Delivery;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Loads a real cluster, each time from a JVM of its own. */
public final class LoadedTrial implements Trial {
  private static final String GENERATOR = "the load's JVM";

  /** Later than this at the 99th percentile, what was measured is partly ourselves. */
  private static final Duration OURS = Duration.ofMillis(25);

  private final Cluster cluster;
  private final Seed seed;
  private final Load load;
  private int played;

  public LoadedTrial(Cluster cluster, Seed seed, Load load) {
    this.cluster = cluster;
    this.seed = seed;
    this.load = load;
  }

  @Override
  public Seen at(long level, Duration length) {
    return played(level, length).withExits(cluster.unaskedExits());
  }

  private Seen played(long level, Duration length) {
    String name = "step" + ++played;
    Seed own = seed.derive(name);
    try {
      LoadOutcome outcome =
          new LoadRun(cluster, own.label(), own.value()).play(load.at(level, length), name);
      String trouble = outcome.figures().trouble();
      Seen seen = seen(outcome);
      // Where servers let nobody in, nothing can be played, and that is their answer.
      return trouble.isEmpty() || seen.admission().refusal().isPresent()
          ? seen
          : Seen.nothing("it was not played to its end: " + trouble);
    } catch (EnvironmentException e) {
      return Seen.nothing(String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason"));
    }
  }

  private Seen seen(LoadOutcome outcome) {
    List<Finding> found = new LoadJudge(cluster, OURS, 99, OURS).judge(outcome);
    Account timed = outcome.timed();
    Account whole = outcome.whole();
    return new Seen(
        admission(outcome, found),
        timed.latencies().sinceDue(),
        whole.total(),
        Conduct.of(asked(found, outcome.figures().asked()), Conduct.Amiss.in(whole, delivery())),
        new Seen.Surroundings(busy(outcome), outcome.takenByOthers(), Excuse.of(outcome, OURS)));
  }

  private Delivery delivery() {
    return new Delivery(cluster.dialect().promises().ordered(), false);
  }

  /** Fewer clients than nodes cannot sit on every one. */
  private List<Finding> asked(List<Finding> found, int clients) {
    return found.stream()
        .filter(one -> clients >= cluster.nodes().size() || !one.probe().equals("placement"))
        .toList();
  }

  private static Seen.Admission admission(LoadOutcome outcome, List<Finding> found) {
    return new Seen.Admission(
        outcome.figures().asked(),
        outcome.figures().connected(),
        Conduct.said(found, "admission", Verdict.FAIL),
        Conduct.said(found, "admission", Verdict.UNKNOWN));
  }

  /** A node and Redis are done with one processor; the machine is what all have together. */
  private static Map<String, Double> busy(LoadOutcome outcome) {
    int cores = Runtime.getRuntime().availableProcessors();
    Map<String, Double> busy = new TreeMap<>(outcome.usedByServers());
    if (busy.isEmpty()) {
      return busy;
    }
    busy.put(GENERATOR, outcome.usedByUs() / cores);
    busy.put("the machine, all %d cores".formatted(cores), outcome.usedOfTheMachine());
    return busy;
  }
}
