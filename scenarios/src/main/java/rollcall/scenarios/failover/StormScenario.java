package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.ENTRANCE_LINK;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.fault.SeverEntrance;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;

/** Everybody loses the connection at once, and everybody comes back. */
@Row(value = "reconnect-storm", disturbs = true)
@DisplayName("1,000 clients")
public class StormScenario {
  private static final int CLIENTS = 1_000;
  private static final int PER_DOCUMENT = 10;
  private static final Duration LOST_WITHIN = Duration.ofSeconds(10);
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(20);

  /** Clients wait 1 s before the first try, 2 s before the second, each by up to a half more. */
  private static final Duration TWO_TRIES_WITHIN = Duration.ofMillis(4_500);

  @ClusterTest(
      value = "severed",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, ENTRANCE_LINK},
      limitSeconds = 120)
  @DisplayName("that lose the connection at once are all back soon, in their rooms, and go on")
  void severed(Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("reconnect-storm/severed");
    Crowd crowd =
        roll.gather(
            new Gathering("storm", Transport.WEBSOCKET, Gathering.Kind.RETURNING, CLIENTS, 0));
    findings.counting(roll::deliveries);
    findings.add(crowd.admission()).add(crowd.placement());
    List<Target> documents = subscribe(crowd);
    Passage passage = roll.throughRedis(chapter);
    passage.send(documents.size(), documents);
    findings.add(passage.fence(FENCE_LIMIT));

    Bounces bounces =
        new Bounces(
            crowd.members(), cluster.dialect().promises().recoversWithin().plus(TWO_TRIES_WITHIN));
    try (ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      bounces.await(crowd.members(), () -> cutOff(cluster, crowd));
      // Sent before it is judged, so that it can be said what those who are not back miss.
      passage.send(2 * documents.size(), documents);
      findings.add(bounces.finding(List.of(passage.journal()), foreign));
    }
    Comebacks.giveUp(crowd.members());
    passage.send(2, List.of(Target.everyone()));
    findings.add(passage.fence(FENCE_LIMIT)).add(passage.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    findings.add(delivery.of(chapter.account()));
    findings.untilCellEnds(() -> List.of(delivery.of(chapter.account())));
  }

  private static void cutOff(Cluster cluster, Crowd crowd) {
    try (Injection injection = cluster.inject(new SeverEntrance())) {
      Traffic.await(
          "everybody has lost the connection",
          LOST_WITHIN,
          () -> crowd.members().stream().allMatch(member -> member.away().isPresent()));
    }
  }

  private static List<Target> subscribe(Crowd crowd) {
    List<Target> documents = new ArrayList<>();
    List<Decision> asked = new ArrayList<>();
    List<Member> members = crowd.members();
    for (int i = 0; i < members.size(); i++) {
      Target document = Target.document("Task", "STORM-" + i / PER_DOCUMENT);
      if (i % PER_DOCUMENT == 0) {
        documents.add(document);
      }
      asked.add(members.get(i).subscribing(document));
    }
    asked.forEach(Decision::await);
    return documents;
  }
}
