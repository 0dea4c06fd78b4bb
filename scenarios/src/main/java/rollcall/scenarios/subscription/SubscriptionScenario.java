package rollcall.scenarios.subscription;

import static rollcall.fixtures.junit.Need.ACKNOWLEDGED_JOINS;
import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Row 3 of the test matrix: who subscribes to a document gets its updates, for as long as that. */
@Row("subscription")
@DisplayName("A document's update")
public class SubscriptionScenario {
  private static final int MESSAGES = 12;

  @ClusterTest(
      value = "again",
      needs = {DOCUMENTS, REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("comes while subscribed, not after unsubscribing, and again after subscribing again")
  void again(RollCall roll, Findings findings) {
    Updates updates = new Updates("again", roll, findings);
    Crowd crowd = updates.gather("again", 1);
    Target document = Target.document("Task", "AGAIN-1");
    updates.publishedBy(crowd);
    updates.send(MESSAGES, document);
    crowd.everySecond().forEach(member -> member.subscribe(document));
    updates.send(MESSAGES, document);
    crowd.everySecond().forEach(member -> member.unsubscribe(document));
    updates.send(MESSAGES, document);
    crowd.everySecond().forEach(member -> member.subscribe(document));
    updates.send(MESSAGES, document);
    updates.judge();
  }

  @ClusterTest(
      value = "types",
      needs = {DOCUMENTS, REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("never comes to those who subscribed to the same name of another type")
  void types(RollCall roll, Findings findings) {
    Updates updates = new Updates("types", roll, findings);
    Crowd crowd = updates.gather("types", 1);
    Target task = Target.document("Task", "SAME-1");
    Target note = Target.document("Note", "SAME-1");
    List<Member> half = crowd.everySecond();
    for (Member member : crowd.members()) {
      member.subscribe(half.contains(member) ? task : note);
    }
    updates.publishedBy(crowd);
    updates.send(MESSAGES, task, note);
    half.forEach(member -> member.subscribe(note));
    half.forEach(member -> member.unsubscribe(task));
    updates.send(MESSAGES, task, note);
    updates.judge();
  }

  @ClusterTest(
      value = "twice",
      needs = {DOCUMENTS, ACKNOWLEDGED_JOINS, REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("comes once to who subscribed twice, and not at all once unsubscribed")
  void twice(RollCall roll, Findings findings) {
    Updates updates = new Updates("twice", roll, findings);
    Crowd crowd = updates.gather("twice", 1);
    Target document = Target.document("Task", "TWICE-1");
    crowd.subscribe(document);
    crowd.subscribe(document);
    updates.publishedBy(crowd);
    updates.send(MESSAGES, document);
    crowd.everySecond().forEach(member -> member.unsubscribe(document));
    updates.send(MESSAGES, document);
    updates.judge();
  }

  @ClusterTest(
      value = "in-flow",
      needs = {DOCUMENTS, REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("comes without a gap from where a subscription in the midst of the flow took effect")
  void inTheFlow(RollCall roll, Findings findings) {
    Updates updates = new Updates("in-flow", roll, findings);
    Crowd steady = updates.gather("steady", 1);
    Crowd joining = updates.gather("joining", 2);
    Target document = Target.document("Task", "FLOW-1");
    steady.subscribe(document);
    updates.publishedBy(steady);
    for (int round = 0; round < 3; round++) {
      updates.send(MESSAGES, document);
      updates.sendWhile(document, joining.members(), member -> member.subscribing(document));
      updates.send(MESSAGES, document);
      updates.sendWhile(document, joining.members(), member -> member.unsubscribing(document));
    }
    updates.send(MESSAGES, document);
    updates.judge();
  }

  @ClusterTest(
      value = "moved",
      needs = {DOCUMENTS, REDIS_PUBLISHING, WEBSOCKET, SEVERAL_NODES})
  @DisplayName("comes to who came back on another node and subscribed there again")
  void moved(Cluster cluster, RollCall roll, Findings findings) {
    Updates updates = new Updates("moved", roll, findings);
    Crowd steady = updates.gather("stayed", 1);
    Target document = Target.document("Task", "MOVED-1");
    steady.subscribe(document);
    updates.publishedBy(steady);
    List<String> nodes = cluster.nodes().stream().map(Node::name).toList();
    List<Member> travellers = new ArrayList<>(updates.gather("moving", 1).members());
    travellers.forEach(member -> member.subscribe(document));
    updates.send(MESSAGES, document);
    for (Member member : travellers) {
      updates.flow(MESSAGES, document);
      member.cut();
      updates.send(MESSAGES, document);
      String next = nodes.get((nodes.indexOf(member.node()) + 1) % nodes.size());
      Crowd back = updates.gather(comingBack(member, next));
      updates.sendWhile(document, back.members(), one -> one.subscribing(document));
      findings.add(placed(member, next, back));
    }
    updates.send(MESSAGES, document);
    updates.judge();
  }

  private static Gathering comingBack(Member member, String node) {
    return new Gathering("back", Transport.WEBSOCKET, Gathering.Kind.REAL, 0, 1)
        .of(List.of(member.user()))
        .at(node);
  }

  private static Finding placed(Member member, String node, Crowd back) {
    boolean moved = back.members().stream().allMatch(one -> one.node().equals(node));
    String where = "%s, %s, came back on %s".formatted(member, member.node(), node);
    return moved ? Finding.pass("move", where) : Finding.unknown("move", "not so: " + where);
  }
}
