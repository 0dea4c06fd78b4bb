package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.CLASSIC_ADAPTER;
import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.census.Answers;
import rollcall.fixtures.census.Census;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.fault.PauseNode;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** A node is lost under traffic. */
@Row(value = "node-failure", disturbs = true)
@DisplayName("Clients of a lost node")
public class NodeFailureScenario {
  private static final int STEADY_EACH = 2;
  private static final int RETURNING_EACH = 4;

  @ClusterTest(
      value = "killed",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, SEVERAL_NODES, BALANCER})
  @DisplayName("come back elsewhere and go on, and nobody else notices")
  void killed(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int nodes = cluster.nodes().size();
    Chapter chapter = roll.ledger().chapter("node-failure/killed");
    Crowd steady =
        roll.gather(
            new Gathering("steady", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, STEADY_EACH));
    Crowd returning =
        roll.gather(
            new Gathering(
                "returning",
                Transport.WEBSOCKET,
                Gathering.Kind.RETURNING,
                RETURNING_EACH * nodes,
                0));
    findings.counting(roll::deliveries);
    findings.add(steady.admission()).add(returning.admission());
    findings.add(steady.placement()).add(returning.placement());

    NodeLoss loss = new NodeLoss(cluster, seed.random().nextInt(nodes));
    List<Member> others = new ArrayList<>(loss.others(steady));
    others.addAll(loss.others(returning));
    Traffic traffic = loss.traffic(steady, returning, roll, chapter);
    findings.addAll(loss.play(traffic, returning));
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    Supplier<List<Finding>> held =
        () -> List.of(delivery.of(chapter.account()), Crowd.kept(others));
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }

  @ClusterTest(
      value = "frozen",
      needs = {CLASSIC_ADAPTER, SEVERAL_NODES})
  @Hazard("whoever asks all nodes, as fetchSockets() does, waits for the frozen one in vain")
  @DisplayName("are not found by asking all nodes while one is frozen, and are afterwards")
  void frozen(Cluster cluster, Findings findings, Seed seed) {
    int node = seed.random().nextInt(cluster.nodes().size());
    String name = cluster.nodes().get(node).name();
    try (Census census = new Census(cluster, Map.of());
        ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      findings.add(foreign.judge(complete("before", census.poll())));
      try (Injection injection = cluster.inject(new PauseNode(node))) {
        Answers answers = census.poll();
        findings.add(
            answers.due() == cluster.nodes().size() && !answers.areComplete()
                ? Finding.pass("answers", "while %s was frozen %s".formatted(name, answers))
                : Finding.unknown(
                    "answers", "while %s was frozen %s all the same".formatted(name, answers)));
      }
      findings.add(foreign.judge(complete("afterwards", census.poll())));
    }
  }

  private static Finding complete(String when, Answers answers) {
    String seen = "%s %s".formatted(when, answers);
    return answers.areComplete() ? Finding.pass("answers", seen) : Finding.fail("answers", seen);
  }
}
