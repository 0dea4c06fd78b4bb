package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.AFFINITY;
import static rollcall.fixtures.junit.Need.CLIENT_PUBLISHING;
import static rollcall.fixtures.junit.Need.MESSAGE_PACK;
import static rollcall.fixtures.junit.Need.NO_AFFINITY;
import static rollcall.fixtures.junit.Need.POLLING;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.UPGRADE;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.Evidence;
import rollcall.fixtures.ledger.Kind;
import rollcall.fixtures.ledger.PayloadShape;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Row 1 of the test matrix: publish on one server, receive on another. */
@Row("cross-node")
@DisplayName("A published message")
public class CrossNodeScenario {
  private static final int MESSAGES = 60;

  @ClusterTest(
      value = "websocket",
      needs = {REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("reaches every WebSocket client on every node, once, in order and intact")
  void overWebSocket(Cluster cluster, RollCall roll, Findings findings) {
    everybodyGetsItOnce(Transport.WEBSOCKET, cluster, roll, findings);
  }

  @ClusterTest(
      value = "polling",
      needs = {REDIS_PUBLISHING, POLLING, AFFINITY})
  @DisplayName("reaches every polling client on every node, once, in order and intact")
  void overPolling(Cluster cluster, RollCall roll, Findings findings) {
    everybodyGetsItOnce(Transport.POLLING, cluster, roll, findings);
  }

  @ClusterTest(
      value = "upgrade",
      needs = {REDIS_PUBLISHING, UPGRADE, AFFINITY})
  @DisplayName("reaches every client that upgraded from polling, once, in order and intact")
  void overAnUpgrade(Cluster cluster, RollCall roll, Findings findings) {
    everybodyGetsItOnce(Transport.UPGRADE, cluster, roll, findings);
  }

  @ClusterTest(
      value = "polling-without-affinity",
      needs = {POLLING, NO_AFFINITY, SEVERAL_NODES})
  @Hazard("requests of one polling session reach different nodes, and only one of them knows it")
  @DisplayName("cannot reach polling clients behind a balancer without affinity")
  void pollingWithoutAffinity(RollCall roll, Findings findings) {
    Crowd crowd = roll.gather(new Gathering("stray", Transport.POLLING, Gathering.Kind.LEAN, 6, 0));
    long strays =
        crowd.refused().stream().filter(why -> why.contains("Session ID unknown")).count();
    findings.add(
        strays > 0
            ? Finding.pass(
                "session", "%d of 6 clients were told 'Session ID unknown'".formatted(strays))
            : Finding.unknown(
                "session",
                "nobody was told 'Session ID unknown'; refusals seen: " + crowd.refused()));
    // Those who got in by luck break before long, which is the hazard and no defect.
    crowd.leave();
  }

  @ClusterTest(
      value = "huge-numbers",
      needs = {CLIENT_PUBLISHING, WEBSOCKET, SEVERAL_NODES, MESSAGE_PACK})
  @Hazard("the Redis adapter encodes whole numbers in 64 bits: larger ones arrive as others")
  @DisplayName("by a client, with whole numbers of 2^64 and more, is damaged between nodes")
  void hugeNumbers(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/huge-numbers");
    Crowd crowd =
        roll.gather(new Gathering("huge", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, 1));
    Passage passage =
        roll.by(crowd.members().get(0), chapter)
            .carrying(new PayloadShape(PayloadShape.Content.HUGE_NUMBERS, 10));
    passage.send(10, List.of(lastOf(crowd)));
    findings.add(passage.fence(Question.FENCE_LIMIT));
    findings.add(passage.acceptance());
    findings.add(content(chapter.account()));
    findings.untilCellEnds(() -> List.of(content(chapter.account()), crowd.connections()));
  }

  /** Being damaged is the named failure; whatever else goes wrong is not excused by it. */
  private static Finding content(Account account) {
    List<Evidence> other =
        account.evidence().stream().filter(one -> one.kind() != Kind.DAMAGED).toList();
    if (!other.isEmpty()) {
      return Finding.fail("content", other.get(0).toString());
    }
    long damaged = account.total().damaged();
    return damaged > 0
        ? Finding.pass("content", "%d of 10 messages arrived damaged".formatted(damaged))
        : Finding.unknown("content", "all 10 messages arrived intact");
  }

  /**
   * Half of a crowd on every node subscribes to a document; the others see to it that they get
   * none.
   */
  private static void everybodyGetsItOnce(
      Transport transport, Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/" + transport);
    int nodes = cluster.nodes().size();
    Company company =
        Company.gather(
            new Gathering(transport + "-real", transport, Gathering.Kind.REAL, 2 * nodes, 1),
            new Gathering(transport + "-lean", transport, Gathering.Kind.LEAN, 4 * nodes, 2),
            roll,
            findings);

    // Five targets at most and four shapes of content: every target gets every shape.
    List<Target> targets =
        new ArrayList<>(
            List.of(oneOf(company.real()), oneOf(company.lean()), lastOf(company.lean())));
    if (roll.dialect().rooms().containsKey(Target.EVERYONE)) {
      targets.add(Target.everyone());
    }
    if (Need.DOCUMENTS.isMetBy(cluster.plan())) {
      Target document = Target.document("Task", "TASK-" + transport);
      company.real().everySecond().forEach(member -> member.subscribe(document));
      company.lean().everySecond().forEach(member -> member.subscribe(document));
      targets.add(document);
    }

    Passages ways = roll.everyWay(chapter, company.real().onePerNode());
    ways.send(MESSAGES, targets);
    new Question(chapter, ways, company.all()).judge(roll, findings);
  }

  /** Number 1 has namesakes that begin alike: 10, 11, 12. */
  private static Target oneOf(Crowd crowd) {
    return Target.user(crowd.members().get(1).user());
  }

  private static Target lastOf(Crowd crowd) {
    return Target.user(crowd.members().get(crowd.members().size() - 1).user());
  }
}
