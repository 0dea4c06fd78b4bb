package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.fault.KillNode;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.probe.Healing;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Journal;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.scenarios.failover.LossTable.Way;

/** One node is killed and started again while messages flow among the others and to its clients. */
final class NodeLoss {
  /** A client that has lost its connection waits this long at most before it first tries again. */
  private static final Duration FIRST_TRY_WITHIN = Duration.ofMillis(1500);

  private static final int EACH = 8;

  private final Cluster cluster;
  private final int node;
  private final Duration limit;
  private final List<Lane> toReturning = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  NodeLoss(Cluster cluster, int node) {
    this.cluster = cluster;
    this.node = node;
    this.limit = cluster.dialect().promises().recoversWithin().plus(FIRST_TRY_WITHIN);
  }

  private String killed() {
    return cluster.nodes().get(node).name();
  }

  private List<Node> survivors() {
    return cluster.nodes().stream().filter(one -> !one.name().equals(killed())).toList();
  }

  /** Nothing enters at the node that will be lost: what it would refuse is not the question. */
  Traffic traffic(Crowd steady, Crowd returning, RollCall roll, Chapter chapter) {
    Target document = Traffic.document(chapter, "returning");
    returning.subscribe(document);
    toReturning.add(lane(Optional.empty(), roll.throughRedis(chapter), document));
    for (Member publisher : Traffic.publishers(survivors(), steady, roll)) {
      toReturning.add(lane(Optional.of(publisher.node()), roll.by(publisher, chapter), document));
    }
    return Traffic.among(survivors(), steady, roll, chapter).with(toReturning);
  }

  private static Lane lane(
      Optional<String> from, rollcall.fixtures.traffic.Passage passage, Target document) {
    return new Lane(new Way(from, "the returning clients"), passage, document);
  }

  List<Finding> play(Traffic traffic, Crowd returning) {
    List<Member> losers = returning.on(killed());
    findings.addAll(Traffic.summed(traffic.before(EACH)));
    traffic.lanes().forEach(Lane::enterFault);
    Finding comebacks;
    try (Flow flow = traffic.flow();
        ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      traffic.awaitSent(1);
      Injection injection = cluster.inject(new KillNode(node));
      awaitBack(losers);
      comebacks = new Comebacks(killed(), limit).of(losers, journals(), foreign);
      Comebacks.giveUp(losers);
      traffic.lanes().forEach(Lane::beginAfter);
      traffic.awaitSent(EACH);
      findings.add(
          Healing.of(cluster, injection, foreign, killed() + " was started again and listens"));
      traffic.awaitSent(EACH);
    }
    findings.addAll(Traffic.summed(traffic.fences(false)));
    findings.addAll(traffic.refusals());
    findings.add(comebacks);
    return findings;
  }

  private List<Journal> journals() {
    return toReturning.stream().map(lane -> lane.passage().journal()).toList();
  }

  private void awaitBack(List<Member> losers) {
    try {
      Traffic.await("everybody is back", limit, () -> losers.stream().allMatch(Comebacks::isBack));
    } catch (ConditionTimeoutException e) {
      // Who is not, or was not in time, the comeback probe says; it would say so again here.
    }
  }

  /** Those whom the loss did not concern. */
  List<Member> others(Crowd crowd) {
    return crowd.members().stream().filter(member -> !member.node().equals(killed())).toList();
  }
}
