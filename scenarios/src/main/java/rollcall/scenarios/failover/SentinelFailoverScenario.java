package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SENTINELS;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.fault.KillPrimary;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.traffic.RollCall;
import rollcall.scenarios.failover.LossTable.Trouble;

/** Row 4 of the test matrix where Redis has Sentinels: another Redis takes over. */
@Row(value = "sentinel-failover", disturbs = true)
@DisplayName("Traffic")
public class SentinelFailoverScenario {
  private static final Duration UNNOTICED = Duration.ofSeconds(1);

  @ClusterTest(
      value = "killed",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, SEVERAL_NODES, SENTINELS})
  @DisplayName("survives that the primary is killed and its replica takes over")
  void killed(Cluster cluster, RollCall roll, Findings findings) {
    try {
      new RedisTrouble("primary-killed", Trouble.PRIMARY_KILLED, new KillPrimary(), UNNOTICED)
          .befall(cluster, roll, findings);
    } finally {
      cluster.redis().stream()
          .filter(redis -> !redis.isRunning())
          .forEach(redis -> startAgain(redis, cluster));
    }
  }

  /** Whoever comes next finds a replica again, once the Sentinels have told it to be one. */
  private static void startAgain(Node redis, Cluster cluster) {
    redis.start();
    cluster.awaitAnswer(redis);
  }
}
