package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Fault;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Passage;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** A fault that is put in, lasts, and is healed while traffic flows; then all has to be well. */
final class Outage {
  private static final int BEFORE_EACH = 8;
  private static final int AFTER_EACH = 12;
  private static final int BUSY_TIMES = 3;
  private static final Duration SENDS_WITHIN = Duration.ofSeconds(20);

  /** What was sent this short a time ago may just not have arrived yet. */
  private static final Duration UNDER_WAY = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Traffic traffic;
  private final Phases phases;
  private final Duration recoversWithin;
  private final List<Finding> findings = new ArrayList<>();
  private boolean mustShow;
  private Duration lasted = Duration.ZERO;

  Outage(Cluster cluster, Traffic traffic, Phases phases) {
    this.cluster = cluster;
    this.traffic = traffic;
    this.phases = phases;
    this.recoversWithin = cluster.dialect().promises().recoversWithin();
  }

  /**
   * What was seen of fences, healing and recovery; what was delivered is the ledger's to say.
   *
   * @param shows whether messages must show something of it: otherwise there was none
   */
  List<Finding> play(Fault fault, Duration lasts, boolean shows) {
    mustShow = shows;
    findings.addAll(Traffic.summed(traffic.before(BEFORE_EACH)));
    traffic.lanes().forEach(Lane::enterFault);
    FirstWords words;
    Finding recovery;
    try (Flow flow = traffic.flow();
        ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      words = breakAndHeal(fault, lasts, foreign);
      recovery = foreign.judge(new Recovery(recoversWithin).of(traffic.lanes()));
      Traffic.await(
          "every lane has sent %d after the outage".formatted(AFTER_EACH),
          SENDS_WITHIN,
          () -> traffic.lanes().stream().allMatch(lane -> lane.sentAfter() >= AFTER_EACH));
      phases.end(traffic.lanes());
    }
    boolean failed = recovery.verdict() == Verdict.FAIL;
    findings.addAll(Traffic.summed(traffic.fences(failed)));
    findings.addAll(traffic.refusals());
    findings.add(recovery.with(figures(words)));
    return findings;
  }

  /** How long the fault was in, which on a starved machine is longer than was meant. */
  Duration lasted() {
    return lasted;
  }

  private FirstWords breakAndHeal(Fault fault, Duration lasts, ForeignLoad foreign) {
    FirstWords words = new FirstWords(cluster.nodes());
    phases.broken();
    Injection injection = cluster.inject(fault);
    long broken = System.nanoTime();
    long end = broken + lasts.toNanos();
    Traffic.await(
        "the fault lasts " + lasts,
        lasts.plusSeconds(1),
        () -> {
          words.look();
          return System.nanoTime() - end >= 0;
        });
    if (mustShow) {
      findings.add(felt(fault, broken));
    }
    long healing = System.nanoTime();
    try {
      end(injection, broken);
      long healed = System.nanoTime();
      phases.healed(healed);
      awaitRecovery(words, healed, foreign);
      cluster.awaitListening(leftSince(healed));
      findings.add(Finding.pass("healing", fault + " was healed, and every node listens"));
    } catch (EnvironmentException e) {
      traffic.lanes().forEach(Lane::endGrace);
      findings.add(
          foreign.judge(
              Finding.fail(
                  "healing",
                  "not %s after the fault was ended, and it has %s: %s"
                      .formatted(
                          Recovery.seconds(Duration.ofNanos(System.nanoTime() - healing)),
                          Recovery.seconds(recoversWithin),
                          e.getMessage()))));
    }
    return words;
  }

  private void end(Injection injection, long broken) {
    try {
      injection.close();
    } finally {
      lasted = Duration.ofNanos(System.nanoTime() - broken);
    }
  }

  /** Both have the same time: what carries again before a node listens is no reason for more. */
  private Duration leftSince(long healed) {
    Duration left = recoversWithin.minusNanos(System.nanoTime() - healed);
    return left.compareTo(Passage.BEYOND_DOUBT) > 0 ? left : Passage.BEYOND_DOUBT;
  }

  /** A fault that nothing shows of was none, and then nothing was asked. */
  private Finding felt(Fault fault, long broken) {
    long now = System.nanoTime();
    long sent = 0;
    long silent = 0;
    for (Lane lane : traffic.lanes()) {
      sent += lane.passage().journal().sentBetween(broken, now);
      silent += lane.passage().journal().silentBetween(broken, now - UNDER_WAY.toNanos());
    }
    String seen =
        "%d of %d messages sent during %s had not arrived when it ended"
            .formatted(silent, sent, fault);
    return silent > 0 ? Finding.pass("fault", seen) : Finding.unknown("fault", seen);
  }

  /**
   * Who is late because of others has longer: what is lost until then is no loss of the cluster.
   */
  private void awaitRecovery(FirstWords words, long healed, ForeignLoad foreign) {
    boolean recovered =
        haveRecovered(words, healed, recoversWithin)
            || (foreign.excuses()
                && haveRecovered(words, healed, recoversWithin.multipliedBy(BUSY_TIMES)));
    if (!recovered) {
      // Which did not is for the recovery probe to say.
      traffic.lanes().forEach(Lane::endGrace);
    }
  }

  private boolean haveRecovered(FirstWords words, long healed, Duration limit) {
    try {
      Traffic.await(
          "every lane has recovered",
          limit,
          () -> {
            words.look();
            // Each is looked at, also when one before it has not recovered.
            return traffic.lanes().stream().filter(lane -> !lane.hasRecovered(healed)).count() == 0;
          });
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private Map<String, Object> figures(FirstWords words) {
    Map<String, Object> figures = new TreeMap<>();
    for (Node node : cluster.nodes()) {
      words
          .of(node)
          .ifPresent(
              after -> figures.put(node.name() + ".first log line after ms", after.toMillis()));
    }
    return figures;
  }
}
