package rollcall.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.LinkPlace;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.config.Home;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.Counts;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Verdict;

/** A node of Dartwing survives the loss of Redis, notices its silence, and sends nothing twice. */
@Tag("cluster")
class DartwingTest {
  private static final Duration NOTICES_WITHIN = Duration.ofSeconds(3);
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private RunScope run;
  private ProcessesProvider provider;

  @BeforeEach
  void open() {
    run = RunScope.open(new RunRegistry(folder.resolve("state")), ProcessesProvider.NAME);
    provider = new ProcessesProvider(run);
  }

  @AfterEach
  void close() {
    provider.close();
    run.close();
  }

  @Test
  void redisIsKilledAndComesBackAndNoNodeDiesAndNothingIsSentTwice() throws IOException {
    try (Cluster cluster = provider.start(plan(Map.of()));
        RollCall roll = new RollCall(cluster, "redisloss", 1)) {
      Crowd crowd =
          roll.gather(new Gathering("loss", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, 2));
      Chapter before = roll.ledger().chapter("before");
      Passage passage = roll.throughRedis(before);
      passage.send(50, List.of(Target.everyone()));
      assertThat(passage.fence(FENCE_LIMIT).verdict()).isEqualTo(Verdict.PASS);

      Node redis = cluster.redis().get(0);
      redis.kill();
      awaitInEveryLog(cluster, "redis-lost");
      redis.start();
      awaitInEveryLog(cluster, "redis-back");
      // Each node has three connections, of which that may have been any.
      cluster.awaitListening(Duration.ofSeconds(10));

      Chapter after = roll.ledger().chapter("after");
      Passage again = roll.throughRedis(after);
      again.send(50, List.of(Target.everyone()));
      assertThat(again.fence(FENCE_LIMIT).verdict()).isEqualTo(Verdict.PASS);
      assertThat(crowd.members()).allMatch(member -> member.client().isConnected());
      assertThat(cluster.unaskedExits()).isEmpty();
      for (Counts counts : List.of(before.account().total(), after.account().total())) {
        assertThat(counts.delivered()).isEqualTo(counts.due()).isEqualTo(51L * 6);
        assertThat(counts.repeated()).isZero();
      }
    }
  }

  @Test
  void aRedisThatFallsSilentIsNoticedOnEveryConnection() throws IOException {
    try (Cluster cluster = provider.start(plan(Map.of()))) {
      Node node = cluster.nodes().get(0);
      cluster.redisLink(node).blackhole();
      // The limit is the promise; what is added is this test's own time to read a log.
      await("every connection of node-1 to say that Redis is lost")
          .atMost(NOTICES_WITHIN.plusSeconds(1))
          .untilAsserted(
              () ->
                  assertThat(Files.readString(node.log()))
                      .contains("-publishing\"", "-subscribing\"", "-messages\"")
                      .contains("redis-lost"));
      assertThat(
              Files.readAllLines(node.log()).stream().filter(line -> line.contains("redis-lost")))
          .hasSize(3);
    }
  }

  @Test
  void whatCannotWorkTogetherIsRefusedWithTheReason() {
    assertThatThrownBy(() -> provider.start(plan(Map.of("SHARDED_SUBSCRIPTIONS", "dynamic"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("SHARDED_SUBSCRIPTIONS means nothing with ADAPTER=redis")
        .hasMessageContaining("To fix:");
  }

  private static void awaitInEveryLog(Cluster cluster, String event) {
    await("every node to log " + event)
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              for (Node node : cluster.nodes()) {
                if (!Files.readString(node.log()).contains(event)) {
                  return false;
                }
              }
              return true;
            });
  }

  private ClusterPlan plan(Map<String, String> environment) {
    return new ClusterPlan(
        SystemFile.read(Home.find().resolve("compose"), "dartwing"),
        new Topology(3, Adapter.REDIS, RedisMode.STANDALONE, List.of()),
        Set.of(LinkPlace.NODE_REDIS),
        environment,
        folder.resolve("logs"));
  }
}
