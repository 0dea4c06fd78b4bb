package rollcall.scenarios.failover;

import static rollcall.fixtures.junit.Need.CLIENT_PUBLISHING;
import static rollcall.fixtures.junit.Need.DYNAMIC_SHARDS;
import static rollcall.fixtures.junit.Need.IOREDIS;
import static rollcall.fixtures.junit.Need.LIBRARY_DEFAULTS;
import static rollcall.fixtures.junit.Need.NODE_REDIS;
import static rollcall.fixtures.junit.Need.NODE_REDIS_LINK;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.fault.BlackholeRedisLink;
import rollcall.fixtures.fault.LoseAnswers;
import rollcall.fixtures.fault.StallRedisLink;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Counts;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** What breaks where the way to Redis is used as libraries and adapters come. */
@Row(value = "redis-hazard", disturbs = true)
@DisplayName("A node")
public class RedisHazardScenario {
  private static final int PER_SECOND = 20;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(5);

  @ClusterTest(
      value = "unnoticed",
      needs = {
        REDIS_PUBLISHING,
        WEBSOCKET,
        SEVERAL_NODES,
        NODE_REDIS_LINK,
        LIBRARY_DEFAULTS,
        NODE_REDIS
      })
  @Hazard("node-redis as it comes waits for ever on a connection that carries nothing any more")
  @DisplayName("that uses node-redis as it comes stays deaf once its connections were blackholed")
  void unnoticed(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    Errand errand = Errand.begin(cluster, roll, seed);
    findings.add(errand.works());
    cluster.inject(new BlackholeRedisLink(errand.faulted())).close();
    long healed = System.nanoTime();
    Duration limit = cluster.dialect().promises().recoversWithin();
    try (Flow flow = errand.flow(PER_SECOND)) {
      Traffic.await("a message of after healing arrives", limit, () -> errand.arrivedSince(healed));
      findings.add(Finding.unknown("deafness", "%s heard again".formatted(errand.place())));
    } catch (ConditionTimeoutException e) {
      findings.add(
          Finding.pass(
              "deafness",
              "nothing of what was sent within %s of healing reached the clients on %s"
                  .formatted(Recovery.seconds(limit), errand.place())));
    }
    errand.end();
  }

  @ClusterTest(
      value = "resent",
      needs = {
        CLIENT_PUBLISHING,
        WEBSOCKET,
        SEVERAL_NODES,
        NODE_REDIS_LINK,
        LIBRARY_DEFAULTS,
        IOREDIS
      })
  @Hazard("ioredis as it comes sends what was not answered again, and Redis had taken it")
  @DisplayName("that uses ioredis as it comes repeats what Redis took without its answer arriving")
  void resent(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    Errand errand = Errand.begin(cluster, roll, seed);
    Errand away = errand.fromFaulted();
    findings.add(away.works());
    try (Injection injection = cluster.inject(new LoseAnswers(errand.faulted()))) {
      // Sent for a while, so that the first of them have surely reached Redis' kernel.
      try (Flow flow = away.flow(PER_SECOND)) {
        Traffic.await("some were sent", FENCE_LIMIT, () -> away.hasSent(PER_SECOND));
      }
    }
    try {
      Traffic.await("a second copy arrives", FENCE_LIMIT, () -> away.counts().repeated() > 0);
    } catch (ConditionTimeoutException e) {
      findings.add(Finding.unknown("repeated", "nothing arrived a second time"));
      return;
    }
    findings.add(
        Finding.pass(
            "repeated", "%d copies arrived a second time".formatted(away.counts().repeated())));
    errand.end();
  }

  @ClusterTest(
      value = "joined-too-early",
      needs = {CLIENT_PUBLISHING, WEBSOCKET, SEVERAL_NODES, NODE_REDIS_LINK, DYNAMIC_SHARDS})
  @Hazard("redis-sharded does not wait for the subscription of a room that it opens: F9")
  @DisplayName(
      "with a subscription for each room loses what comes right after an acknowledged join")
  void joinedTooEarly(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    Errand errand = Errand.begin(cluster, roll, seed).fromElsewhere();
    findings.add(errand.works());
    try (Injection injection = cluster.inject(new StallRedisLink(errand.faulted()))) {
      errand.joinAnother();
      errand.sendDuring();
      Traffic.await("Redis has taken them all", FENCE_LIMIT, errand::passedRedis);
    }
    findings.add(errand.fence(FENCE_LIMIT));
    Counts counts = errand.counts();
    findings.add(
        counts.lost() > 0
            ? Finding.pass(
                "join",
                "%d of %d deliveries were lost, all sent after the join was acknowledged"
                    .formatted(counts.lost(), counts.due()))
            : Finding.unknown("join", "nothing was lost"));
    errand.end();
  }
}
