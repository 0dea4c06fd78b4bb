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
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.fault.ReloadBalancer;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;

/** What is done to a cluster on purpose while it is in use. */
@Row(value = "maintenance", disturbs = true)
@DisplayName("Clients")
public class MaintenanceScenario {
  private static final int PER_SECOND = 50;
  private static final int EACH = 4;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

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
    RollingRestart restart = new RollingRestart(cluster, crowd);
    findings.addAll(restart.play(passage, document));
    Comebacks.giveUp(crowd.members());
    passage.send(EACH, List.of(Target.everyone(), document));
    judge(new Question(chapter, passage), roll, findings);
    findings.add(restart.connections());
    findings.untilCellEnds(() -> List.of(restart.connections()));
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
