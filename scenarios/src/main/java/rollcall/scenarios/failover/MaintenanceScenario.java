package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.NGINX;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.fault.ReloadBalancer;
import rollcall.fixtures.fault.StopNode;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** What is done to a cluster on purpose while it is in use. */
@Row(value = "maintenance", disturbs = true)
@DisplayName("Clients")
public class MaintenanceScenario {
  private static final int PER_SECOND = 50;
  private static final int EACH = 4;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  /** A client that has lost its connection waits this long at most before it first tries again. */
  private static final Duration FIRST_TRY_WITHIN = Duration.ofMillis(1500);

  @ClusterTest(
      value = "rolling-restart",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, SEVERAL_NODES, BALANCER},
      limitSeconds = 120)
  @DisplayName("come back each time while all nodes are restarted, and miss nothing in between")
  void rollingRestart(Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("maintenance/rolling-restart");
    Crowd crowd = gather("restarted", cluster, roll, findings);
    Target document = Target.document("Task", "RESTART-1");
    crowd.subscribe(document);
    Passage passage = roll.throughRedis(chapter);
    Bounces bounces =
        new Bounces(
            crowd.members(), cluster.dialect().promises().recoversWithin().plus(FIRST_TRY_WITHIN));
    Finding comeback;
    try (ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      for (Node node : cluster.nodes()) {
        boolean back;
        try (Flow flow = Flow.down(List.of(new Flow.Course(passage, document)), PER_SECOND)) {
          back = bounces.await(crowd.on(node.name()), () -> restart(cluster, node));
        }
        if (!back) {
          // The verdict stands, and who is away would not be at the next one.
          break;
        }
        // What is lost by now is not in doubt because its client will lose the connection, too.
        Finding fence = passage.fence(FENCE_LIMIT);
        findings.add(fence);
        if (fence.verdict() == Verdict.FAIL) {
          // What is lost stays lost: each further fence would say the same.
          break;
        }
      }
      comeback = bounces.finding(List.of(passage.journal()), foreign);
    }
    Comebacks.giveUp(crowd.members());
    passage.send(EACH, List.of(Target.everyone(), document));
    findings.add(comeback);
    judge(new Question(chapter, passage), roll, findings);
  }

  /** The others have to do without it until it answers and listens again. */
  private static void restart(Cluster cluster, Node node) {
    try (Injection injection = cluster.inject(new StopNode(cluster.nodes().indexOf(node)))) {
      // Only so long as it takes to end it.
    }
    cluster.awaitListening(cluster.dialect().promises().recoversWithin());
  }

  @ClusterTest(
      value = "balancer-reload",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, NGINX})
  @DisplayName("stay connected and others get in while the balancer reads its settings again")
  void balancerReload(Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("maintenance/balancer-reload");
    Crowd crowd = gather("reloaded", cluster, roll, findings);
    Target document = Target.document("Task", "RELOAD-1");
    crowd.subscribe(document);
    Passage passage = roll.throughRedis(chapter);
    Crowd late;
    try (Flow flow = Flow.down(List.of(new Flow.Course(passage, document)), PER_SECOND)) {
      try (Injection injection = cluster.inject(new ReloadBalancer())) {
        late = gather("late", cluster, roll, findings);
        late.subscribe(Target.document("Task", "RELOAD-2"));
      }
    }
    passage.send(
        4 * EACH, List.of(Target.everyone(), document, Target.document("Task", "RELOAD-2")));
    judge(new Question(chapter, passage), roll, findings);
    Crowd all = crowd.and(late);
    findings.add(all.connections());
    findings.untilCellEnds(() -> List.of(all.connections()));
  }

  private static Crowd gather(String label, Cluster cluster, RollCall roll, Findings findings) {
    Crowd crowd =
        roll.gather(
            new Gathering(
                label,
                Transport.WEBSOCKET,
                Gathering.Kind.RETURNING,
                EACH * cluster.nodes().size(),
                0));
    findings.counting(roll::deliveries);
    findings.add(crowd.admission()).add(crowd.placement());
    return crowd;
  }

  /** What was sent, and by which passage. */
  private record Question(Chapter chapter, Passage passage) {}

  private static void judge(Question asked, RollCall roll, Findings findings) {
    findings.add(asked.passage().fence(FENCE_LIMIT));
    // Redis is well all the time: who is connected and in the room misses nothing.
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    findings.add(delivery.of(asked.chapter().account()));
    findings.untilCellEnds(() -> List.of(delivery.of(asked.chapter().account())));
  }
}
