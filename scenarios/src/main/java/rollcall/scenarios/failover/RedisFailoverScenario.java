package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.CLASSIC_ADAPTER;
import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.NODE_REDIS_LINK;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.fault.BlackholeRedisLink;
import rollcall.fixtures.fault.CutConnections;
import rollcall.fixtures.fault.FillRedis;
import rollcall.fixtures.fault.KillRedis;
import rollcall.fixtures.fault.OverflowFrozenNode;
import rollcall.fixtures.fault.PauseRedis;
import rollcall.fixtures.fault.SeverRedisLink;
import rollcall.fixtures.fault.StallRedisLink;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.traffic.RollCall;
import rollcall.scenarios.failover.LossTable.Trouble;

/** Row 4 of the test matrix: Redis, or the way to it, fails and comes back. */
@Row(
    value = "redis-failover",
    needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET, SEVERAL_NODES},
    disturbs = true)
@DisplayName("Traffic")
public class RedisFailoverScenario {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration USUAL = Duration.ofSeconds(2);

  /** Longer than any node should take to notice a silent Redis: 3 s. */
  private static final Duration LONG = Duration.ofSeconds(4);

  @ClusterTest("killed")
  @DisplayName("survives that Redis is killed and started again")
  void killed(Cluster cluster, RollCall roll, Findings findings) {
    new RedisTrouble("killed", Trouble.REDIS_KILLED, new KillRedis(), SHORT)
        .befall(cluster, roll, findings);
  }

  @ClusterTest("paused-briefly")
  @DisplayName("is delayed by a Redis that is frozen for a second, and loses nothing")
  void pausedBriefly(Cluster cluster, RollCall roll, Findings findings) {
    new RedisTrouble("paused-briefly", Trouble.REDIS_PAUSED_BRIEFLY, new PauseRedis(), SHORT)
        .befall(cluster, roll, findings);
  }

  @ClusterTest("paused")
  @DisplayName("survives that Redis is frozen for longer than its silence goes unnoticed")
  void paused(Cluster cluster, RollCall roll, Findings findings) {
    new RedisTrouble("paused", Trouble.REDIS_PAUSED, new PauseRedis(), LONG)
        .befall(cluster, roll, findings);
  }

  @ClusterTest("cut")
  @DisplayName("survives that Redis closes every node's connections")
  void cut(Cluster cluster, RollCall roll, Findings findings) {
    new RedisTrouble("cut", Trouble.CONNECTIONS_CUT, new CutConnections(), Duration.ZERO)
        .befall(cluster, roll, findings);
  }

  @ClusterTest("full")
  @DisplayName("goes on while Redis has no memory left, and is taken as before")
  void full(Cluster cluster, RollCall roll, Findings findings) {
    new RedisTrouble("full", Trouble.REDIS_FULL, new FillRedis(), SHORT)
        .befall(cluster, roll, findings);
  }

  @ClusterTest(value = "cut-off", needs = CLASSIC_ADAPTER)
  @DisplayName("comes back to a frozen node that Redis has cut off for what it did not read")
  void cutOff(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int node = seed.random().nextInt(cluster.nodes().size());
    new RedisTrouble("cut-off", Trouble.NODE_CUT_OFF, new OverflowFrozenNode(node), SHORT)
        .at(node)
        .befall(cluster, roll, findings);
  }

  @ClusterTest(value = "severed", needs = NODE_REDIS_LINK)
  @DisplayName("of the other nodes does not suffer when one is severed from Redis")
  void severed(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int node = seed.random().nextInt(cluster.nodes().size());
    new RedisTrouble("severed", Trouble.LINK_SEVERED, new SeverRedisLink(node), USUAL)
        .at(node)
        .befall(cluster, roll, findings);
  }

  @ClusterTest(value = "blackholed", needs = NODE_REDIS_LINK)
  @DisplayName("of the other nodes does not suffer when what one and Redis say is swallowed")
  void blackholed(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int node = seed.random().nextInt(cluster.nodes().size());
    new RedisTrouble("blackholed", Trouble.LINK_BLACKHOLED, new BlackholeRedisLink(node), LONG)
        .at(node)
        .befall(cluster, roll, findings);
  }

  @ClusterTest(value = "stalled", needs = NODE_REDIS_LINK)
  @DisplayName("of the other nodes does not suffer when what one and Redis say is held back")
  void stalled(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int node = seed.random().nextInt(cluster.nodes().size());
    new RedisTrouble("stalled", Trouble.LINK_STALLED, new StallRedisLink(node), LONG)
        .at(node)
        .befall(cluster, roll, findings);
  }
}
