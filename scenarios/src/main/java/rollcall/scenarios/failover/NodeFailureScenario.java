package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.CLIENT_PUBLISHING;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;

/** A node is lost under traffic. */
@Row(value = "node-failure", disturbs = true)
@DisplayName("Clients of a lost node")
public class NodeFailureScenario {
  private static final int STEADY_EACH = 2;
  private static final int RETURNING_EACH = 4;

  @ClusterTest(
      value = "killed",
      needs = {REDIS_PUBLISHING, CLIENT_PUBLISHING, WEBSOCKET, SEVERAL_NODES, BALANCER})
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
    findings.add(Crowd.kept(others));

    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    findings.add(delivery.of(chapter.account()));
    findings.untilCellEnds(() -> List.of(delivery.of(chapter.account())));
  }
}
