package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Fault;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.Evidence;
import rollcall.fixtures.ledger.Kind;
import rollcall.fixtures.ledger.Stream;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.scenarios.failover.LossTable.MayLose;
import rollcall.scenarios.failover.LossTable.Trouble;

/**
 * One trouble with Redis, under traffic, and all the questions about it.
 *
 * @param node the faulted one's place, or -1 where it is Redis itself
 */
record RedisTrouble(String name, Trouble trouble, Fault fault, Duration lasts, int node) {
  private static final int EACH = 3;

  RedisTrouble(String name, Trouble trouble, Fault fault, Duration lasts) {
    this(name, trouble, fault, lasts, -1);
  }

  RedisTrouble at(int faulted) {
    return new RedisTrouble(name, trouble, fault, lasts, faulted);
  }

  void befall(Cluster cluster, RollCall roll, Findings findings) {
    Topology topology = cluster.topology();
    if (topology.workers() > 1) {
      findings.add(
          Finding.unknown(
              "losses",
              "what passes between the processes of one node cannot be told from what stays in one"));
      return;
    }
    Optional<MayLose> mayLose = LossTable.of(topology.adapter(), topology.client(), trouble);
    if (mayLose.isEmpty()) {
      findings.add(
          Finding.unknown(
              "losses",
              "nothing is written down of what %s may cost with %s".formatted(trouble, topology)));
      return;
    }
    play(mayLose.get(), cluster, roll, findings);
  }

  private void play(MayLose mayLose, Cluster cluster, RollCall roll, Findings findings) {
    Phases phases = new Phases(trouble.meanwhile());
    Chapter chapter = roll.ledger().chapter("redis-failover/" + name);
    Crowd crowd =
        roll.gather(new Gathering(name, Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, EACH));
    findings.counting(roll::deliveries);
    findings.add(crowd.admission()).add(crowd.placement());
    Traffic traffic = Traffic.among(cluster.nodes(), crowd, roll, chapter);
    traffic.keepTimes();
    Outage outage = new Outage(cluster, traffic, phases);
    findings.addAll(outage.play(fault, lasts, trouble.showsFor(lasts)));
    String faulted = node < 0 ? "" : cluster.nodes().get(node).name();
    String title = "%s %s".formatted(trouble.meanwhile(), faulted).strip();
    findings.measured(new Picture(title, phases).of(roll.ledger(), traffic.messages()));
    Set<Stream> mayLoseSome = new HashSet<>();
    MayLose allowed = asItWas(mayLose, outage.lasted(), cluster.topology(), findings);
    traffic.lanes().stream()
        .filter(lane -> allowed.allows(lane.way(), faulted))
        .forEach(lane -> mayLoseSome.add(lane.passage().messages()));
    Supplier<List<Finding>> held =
        () -> {
          List<Finding> found = deliveries(roll, chapter, mayLoseSome);
          if (cluster.dialect().promises().staysConnected()) {
            found.add(Crowd.kept(crowd.members()));
          }
          return found;
        };
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }

  /** What may be lost by what really happened; where that is another trouble, it is said. */
  private MayLose asItWas(MayLose meant, Duration lasted, Topology topology, Findings findings) {
    Trouble was = trouble.that(lasted);
    if (was == trouble) {
      return meant;
    }
    findings.add(
        Finding.unknown(
            "fault",
            "it lasted %s and not %s, so that it is not known what a short one costs"
                .formatted(Recovery.seconds(lasted), Recovery.seconds(lasts))));
    return LossTable.of(topology.adapter(), topology.client(), was).orElse(meant);
  }

  /** Apart where something may be lost, so that it is seen where nothing may. */
  private static List<Finding> deliveries(RollCall roll, Chapter chapter, Set<Stream> mayLoseSome) {
    List<Stream> safe = new ArrayList<>(chapter.streams());
    safe.removeAll(mayLoseSome);
    boolean ordered = roll.dialect().promises().ordered();
    List<Finding> found = new ArrayList<>();
    found.add(new Delivery(ordered, false).of(roll.ledger().account(safe)));
    if (!mayLoseSome.isEmpty()) {
      Account account = roll.ledger().account(mayLoseSome);
      found.add(new Delivery(ordered, true).of(account).with(lostByNode(account)));
    }
    return found;
  }

  private static Map<String, Object> lostByNode(Account account) {
    Map<String, Object> figures = new TreeMap<>();
    for (Kind kind : List.of(Kind.LOST, Kind.LATE, Kind.IN_DOUBT)) {
      for (Evidence some : account.evidence(kind)) {
        figures.merge(
            some.node() + "." + kind, some.count(), (one, other) -> (Long) one + (Long) other);
      }
    }
    return figures;
  }
}
