package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.ledger.Phase;
import rollcall.fixtures.ledger.RollNumber;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Passage;
import rollcall.scenarios.failover.LossTable.Way;

/**
 * One passage to the clients of one node, with its own phases: for it the outage is over with the
 * first delivery of a message that was sent after healing. What was sent before says nothing: Redis
 * may still read it from a connection that its node has given up.
 */
final class Lane {
  private final Way way;
  private final Passage passage;
  private final Target target;
  private @Nullable Duration recovered;
  private long healedNanos;
  private long afterNanos;

  Lane(Way way, Passage passage, Target target) {
    this.way = way;
    this.passage = passage;
    this.target = target;
  }

  Way way() {
    return way;
  }

  Passage passage() {
    return passage;
  }

  Flow.Course course() {
    return new Flow.Course(passage, target);
  }

  void enterFault() {
    passage.enter(Phase.DURING);
  }

  /** Whether it has recovered; looks once. */
  boolean hasRecovered(long healed) {
    healedNanos = healed;
    if (recovered == null) {
      Optional<Long> first = passage.journal().firstArrivalOfSentSince(healed);
      if (first.isPresent()) {
        recovered = Duration.ofNanos(first.get() - healed);
        beginAfter();
      }
    }
    return recovered != null;
  }

  /** Its time to recover is over: from now on everything is due, come what may. */
  void endGrace() {
    if (recovered == null) {
      beginAfter();
    }
  }

  /** What is sent from now on is sent after the outage. */
  void beginAfter() {
    passage.enter(Phase.AFTER);
    afterNanos = System.nanoTime();
  }

  Optional<Duration> recovered() {
    return Optional.ofNullable(recovered);
  }

  /** The first message sent since healing that has arrived nowhere so far. */
  Optional<RollNumber> firstNotCarried() {
    return passage.journal().firstSilentOfSentSince(healedNanos);
  }

  long sentAfter() {
    return passage.journal().sentBetween(afterNanos, System.nanoTime());
  }

  @Override
  public String toString() {
    return way.toString();
  }
}
