package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import rollcall.fixtures.ledger.Counts;
import rollcall.fixtures.load.Excuse;
import rollcall.reports.Finding;

/**
 * A cluster with a known knee, as a queue with one server: the nearer to it, the longer the wait,
 * and beyond it the wait grows all the time. Noise moves the knee from step to step.
 */
final class SimulatedCluster implements Trial {
  private static final double SERVICE_MICROS = 200;

  private final long knee;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Long> levels = new ArrayList<>();
  private final List<Duration> lengths = new ArrayList<>();
  private double noise;
  private double hiccups;
  private long generatorCan = Long.MAX_VALUE;
  private long letsIn = Long.MAX_VALUE;
  private long weCanOpen = Long.MAX_VALUE;
  private long losesFrom = Long.MAX_VALUE;
  private double foreign;
  private Excuse excuse = Excuse.ofAnything("the publisher was 40 ms late");
  private long repeated;
  private Conduct conduct = Conduct.GOOD;
  private long endsAt = Long.MAX_VALUE;

  SimulatedCluster(long knee) {
    this.knee = knee;
  }

  /** Each step's knee lies up to this share away. */
  SimulatedCluster noisyBy(double share) {
    noise = share;
    return this;
  }

  /** This share of the steps is slow for no reason of the cluster's. */
  SimulatedCluster hiccuping(double share) {
    hiccups = share;
    return this;
  }

  SimulatedCluster drivenByOneThatCan(long level) {
    generatorCan = level;
    return this;
  }

  /** From this level on there is an excuse. */
  SimulatedCluster excusedFrom(long level, Excuse why) {
    generatorCan = level - 1;
    excuse = why;
    return this;
  }

  SimulatedCluster lettingIn(long clients) {
    letsIn = clients;
    return this;
  }

  SimulatedCluster withDescriptorsFor(long clients) {
    weCanOpen = clients;
    return this;
  }

  SimulatedCluster losingFrom(long level) {
    losesFrom = level;
    return this;
  }

  SimulatedCluster repeating(long deliveries) {
    repeated = deliveries;
    conduct = conductOf(Set.of("repeated"), deliveries + " repeated on node-2");
    return this;
  }

  SimulatedCluster sendingNonsense() {
    conduct = conductOf(Set.of("garbled"), "3 garbled on node-2");
    return this;
  }

  /** Something that was asked besides is not known from this level on. */
  SimulatedCluster judged(Finding finding) {
    conduct = Conduct.of(List.of(finding), Conduct.Amiss.NOTHING);
    return this;
  }

  /** A node ends at this level, and never comes back. */
  SimulatedCluster losingANodeFrom(long level) {
    endsAt = level;
    return this;
  }

  private static Conduct conductOf(Set<String> kinds, String told) {
    return Conduct.of(List.of(), new Conduct.Amiss(kinds, told));
  }

  SimulatedCluster beside(double foreignLoad) {
    foreign = foreignLoad;
    return this;
  }

  List<Long> levels() {
    return levels;
  }

  List<Duration> lengths() {
    return lengths;
  }

  @Override
  public Seen at(long level, Duration length) {
    levels.add(level);
    lengths.add(length);
    double can = knee * (1 + noise * (2 * random.nextDouble() - 1));
    double busy = Math.min(1, level / can);
    Histogram micros = new Histogram(3);
    double slow = random.nextDouble() < hiccups || level > generatorCan ? 500_000 : 0;
    for (int i = 0; i < 2_000; i++) {
      double wait =
          level < can
              ? -Math.log(1 - random.nextDouble()) * SERVICE_MICROS / (1 - busy)
              : 1e6 * (level / can - 1) * length.toSeconds() * i / 2_000 + SERVICE_MICROS;
      micros.recordValue((long) (wait + slow));
    }
    boolean ended = levels.stream().anyMatch(one -> one >= endsAt);
    Seen seen = seen(level, micros, busy);
    return ended
        ? seen.withExits(
            List.of(Finding.fail("process", "node-2 ended unasked with exit code 134")))
        : seen;
  }

  private Seen seen(long level, Histogram micros, double busy) {
    long lost = level >= losesFrom ? 3 : 0;
    return new Seen(
        new Seen.Admission(
            level,
            Math.min(level, Math.min(letsIn, weCanOpen)),
            letsIn < level ? Optional.of("HTTP 503") : Optional.empty(),
            weCanOpen < level ? Optional.of("out of descriptors") : Optional.empty()),
        micros,
        new Counts(2_000, 0, 0, 2_000, 2_000 - lost, 0, lost, 0, 0, repeated, 0, 0, 0),
        conduct,
        new Seen.Surroundings(
            Map.of("node-2", busy, "redis", busy / 3),
            foreign,
            level > generatorCan ? Optional.of(excuse) : Optional.empty()));
  }
}
