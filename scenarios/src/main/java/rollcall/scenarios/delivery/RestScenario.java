package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.AFFINITY;
import static rollcall.fixtures.junit.Need.POLLING;
import static rollcall.fixtures.junit.Need.REST_PUBLISHING;
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
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;

/** What an application's REST calls bring about, reaches whom it is for. */
@Row("rest")
@DisplayName("A message by REST")
public class RestScenario {
  private static final int MESSAGES = 24;

  /** The second begins as the first does. */
  private static final List<String> NAMES = List.of("7", "70");

  @ClusterTest(
      value = "websocket",
      needs = {REST_PUBLISHING, WEBSOCKET})
  @DisplayName("reaches whom it is for over WebSocket, once, in order and intact, and nobody else")
  void overWebSocket(Cluster cluster, RollCall roll, Findings findings) {
    reachesWhomItIsFor(Transport.WEBSOCKET, cluster, roll, findings);
  }

  @ClusterTest(
      value = "polling",
      needs = {REST_PUBLISHING, POLLING, AFFINITY})
  @DisplayName("reaches whom it is for over polling, once, in order and intact, and nobody else")
  void overPolling(Cluster cluster, RollCall roll, Findings findings) {
    reachesWhomItIsFor(Transport.POLLING, cluster, roll, findings);
  }

  @ClusterTest(
      value = "upgrade",
      needs = {REST_PUBLISHING, UPGRADE, AFFINITY})
  @DisplayName("reaches whom it is for after an upgrade from polling, once, in order and intact")
  void overAnUpgrade(Cluster cluster, RollCall roll, Findings findings) {
    reachesWhomItIsFor(Transport.UPGRADE, cluster, roll, findings);
  }

  @ClusterTest(
      value = "left",
      needs = {REST_PUBLISHING, WEBSOCKET})
  @DisplayName("to a room comes no more to who has left it, and again to who has joined again")
  void left(Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("rest/left");
    Crowd crowd = crowd("left", Transport.WEBSOCKET, cluster, roll, findings);
    Passages ways = new Passages(roll.byRest(chapter));
    List<Target> rooms = rooms(roll, "leaving");
    List<Member> half = crowd.everySecond();
    subscribe(crowd.members(), rooms);
    for (int round = 0; round < 2; round++) {
      ways.send(rooms.size() * 4, rooms);
      findings.add(ways.fence(Question.FENCE_LIMIT));
      half.forEach(member -> rooms.forEach(member::unsubscribe));
      ways.send(rooms.size() * 4, rooms);
      findings.add(ways.fence(Question.FENCE_LIMIT));
      subscribe(half, rooms);
    }
    new Question(chapter, ways, crowd).judge(roll, findings);
  }

  /** One third is in a room, one in another whose name begins alike, one in none. */
  private static void reachesWhomItIsFor(
      Transport transport, Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("rest/" + transport);
    Crowd crowd = crowd("rest-" + transport, transport, cluster, roll, findings);
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      List<Target> rooms = rooms(roll, "%s-%s".formatted(transport, NAMES.get(i)));
      targets.addAll(rooms);
      subscribe(everyThird(crowd, i), rooms);
    }
    if (roll.dialect().rooms().containsKey(Target.EVERYONE)) {
      targets.add(Target.everyone());
    }
    Passages ways = new Passages(roll.byRest(chapter));
    ways.send(MESSAGES, targets);
    new Question(chapter, ways, crowd).judge(roll, findings);
  }

  private static Crowd crowd(
      String label, Transport transport, Cluster cluster, RollCall roll, Findings findings) {
    int each = 3 * cluster.nodes().size();
    return Company.gather(
            new Gathering(label + "-real", transport, Gathering.Kind.REAL, each, 1),
            new Gathering(label + "-lean", transport, Gathering.Kind.LEAN, each, 3),
            roll,
            findings)
        .all();
  }

  private static List<Member> everyThird(Crowd crowd, int from) {
    List<Member> third = new ArrayList<>();
    for (int i = from; i < crowd.members().size(); i += 3) {
      third.add(crowd.members().get(i));
    }
    return third;
  }

  /** One of each kind that is joined. */
  private static List<Target> rooms(RollCall roll, String name) {
    return roll.dialect().rooms().entrySet().stream()
        .filter(kind -> kind.getValue().join().isPresent())
        .map(kind -> Target.named(kind.getKey(), kind.getValue().names(), name))
        .toList();
  }

  private static void subscribe(List<Member> members, List<Target> rooms) {
    members.stream()
        .flatMap(member -> rooms.stream().map(member::subscribing))
        .toList()
        .forEach(Decision::await);
  }
}
