package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadRun;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Loads a real cluster, each time from a JVM of its own. */
public final class LoadedTrial implements Trial {
  private static final double PERCENT = 100;
  private static final String GENERATOR = "the load's JVM";

  /** Later than this at the 99th percentile, what was measured is partly ourselves. */
  private static final Duration OURS = Duration.ofMillis(25);

  /** Of the machine, in the worst second. */
  private static final double MUCH = 0.2;

  /** What else a cluster must not do to be said to carry a load. */
  private static final List<String> MISDEEDS = List.of("acceptance", "fence", "connections");

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
    return new Seen(
        admission(outcome, found),
        timed.latencies().sinceDue(),
        outcome.whole().total(),
        misdeed(found),
        new Seen.Surroundings(busy(outcome), outcome.foreign().worstSecond(), own(outcome)));
  }

  private static Seen.Admission admission(LoadOutcome outcome, List<Finding> found) {
    return new Seen.Admission(
        outcome.figures().asked(),
        outcome.figures().connected(),
        said(found, "admission", Verdict.FAIL),
        said(found, "admission", Verdict.UNKNOWN));
  }

  private static Optional<String> said(List<Finding> found, String probe, Verdict verdict) {
    return found.stream()
        .filter(one -> one.probe().equals(probe) && one.verdict() == verdict)
        .map(Finding::evidence)
        .findFirst();
  }

  private static Optional<String> misdeed(List<Finding> found) {
    return MISDEEDS.stream()
        .flatMap(probe -> said(found, probe, Verdict.FAIL).stream())
        .findFirst();
  }

  /** Why it was we who could not, or others who did not let us. */
  private static Optional<String> own(LoadOutcome outcome) {
    List<Long> lag = outcome.figures().lagMicros();
    double late =
        outcome.timed().latencies().publisherLateness().getValueAtPercentile(99) / 1_000.0;
    double slow = lag.size() < 2 ? 0 : lag.get(1) / 1_000.0;
    double foreign = outcome.foreign().worstSecond();
    if (late > OURS.toMillis()) {
      return told("the publisher was %.0f ms late at p99, more than %.0f ms", late);
    }
    if (slow > OURS.toMillis()) {
      return told("our clients' threads were %.0f ms late at p99, more than %.0f ms", slow);
    }
    return foreign > MUCH
        ? Optional.of(
            String.format(Locale.ROOT, "others took %.0f %% of the machine", PERCENT * foreign))
        : Optional.empty();
  }

  private static Optional<String> told(String form, double millis) {
    return Optional.of(String.format(Locale.ROOT, form, millis, (double) OURS.toMillis()));
  }

  /** A node and Redis are done with one processor; the machine is what all have together. */
  private static Map<String, Double> busy(LoadOutcome outcome) {
    int cores = Runtime.getRuntime().availableProcessors();
    Map<String, Double> busy = new TreeMap<>(outcome.usedByServers());
    if (busy.isEmpty()) {
      return busy;
    }
    double servers = busy.values().stream().mapToDouble(Double::doubleValue).sum();
    double all = cores * outcome.foreign().share() + servers + outcome.usedByUs();
    busy.put(GENERATOR, outcome.usedByUs() / cores);
    busy.put("the machine, all %d cores".formatted(cores), Math.min(1, all / cores));
    return busy;
  }
}
