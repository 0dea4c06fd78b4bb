package rollcall.scenarios.idle;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.IMPATIENT_BALANCER;
import static rollcall.fixtures.junit.Need.OUTSIDE_PUBLISHING;
import static rollcall.fixtures.junit.Need.UNDERSTOOD;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Nothing is said for longer than the balancer puts up with; only the heartbeat is left. */
@Row("idle")
@DisplayName("A client to whom nothing is said")
public class IdleScenario {
  private static final int CLIENTS = 6;
  private static final int MESSAGES = 10;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  @ClusterTest(
      value = "kept",
      needs = {OUTSIDE_PUBLISHING, WEBSOCKET, BALANCER, IMPATIENT_BALANCER, UNDERSTOOD})
  @DisplayName("stays connected behind a balancer that ends silent connections, and then hears all")
  void kept(Cluster cluster, RollCall roll, Findings findings) {
    Crowd crowd = crowd(roll);
    findings.counting(roll::deliveries);
    findings.add(crowd.admission()).add(crowd.placement());
    beSilent(cluster, crowd);
    Chapter chapter = roll.ledger().chapter("idle/kept");
    Passages ways = roll.everyWay(chapter, List.of());
    ways.send(MESSAGES, roll.toEverybody());
    findings.add(ways.fence(FENCE_LIMIT)).add(ways.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    Supplier<List<Finding>> held =
        () -> List.of(delivery.of(chapter.account()), crowd.connections());
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }

  @ClusterTest(
      value = "cut",
      needs = {WEBSOCKET, BALANCER, IMPATIENT_BALANCER})
  @Hazard("the balancer waits for a sign of life for less long than the heartbeat takes")
  @DisplayName("is cut off by a balancer that is less patient than the heartbeat")
  void cut(Cluster cluster, RollCall roll, Findings findings) {
    Crowd crowd = crowd(roll);
    findings.add(crowd.admission());
    beSilent(cluster, crowd);
    Finding connections = crowd.connections();
    findings.add(
        connections.verdict() == Verdict.FAIL
            ? Finding.pass("idle", connections.evidence())
            : Finding.unknown("idle", "nobody was cut off: " + connections.evidence()));
    crowd.leave();
  }

  private static Crowd crowd(RollCall roll) {
    return roll.gather(new Gathering("idle", Transport.WEBSOCKET, Gathering.Kind.LEAN, CLIENTS, 0));
  }

  /** For longer than the balancer puts up with, or until somebody is gone. */
  private static void beSilent(Cluster cluster, Crowd crowd) {
    Duration limit = cluster.plan().balancerIdle();
    long begun = System.nanoTime();
    Awaitility.await("the end of a silence of %s".formatted(limit.multipliedBy(2)))
        .pollInSameThread()
        .atMost(limit.multipliedBy(4))
        .until(
            () ->
                System.nanoTime() - begun > limit.multipliedBy(2).toNanos()
                    || crowd.connections().verdict() == Verdict.FAIL);
  }
}
