package rollcall.scenarios.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.Home;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/**
 * Dartwing with Sentinels and one defect at a time. Told by what arrived: what is late may have to
 * be UNKNOWN on a busy machine.
 */
@Tag("cluster")
@Timeout(180)
class SentinelLiarsTest {
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
  void nodesThatStayWithTheFirstPrimary() {
    List<Finding> found = primaryIsKilled("stays-with-the-first-primary.js");
    assertFail(found, "fence", "through Redis) was confirmed and did not arrive");
    assertFail(found, "delivery", "lost");
  }

  @Test
  void nodesThatForgetToSubscribeAtTheNewPrimary() {
    List<Finding> found = primaryIsKilled("forgets-at-the-new-primary.js");
    assertFail(found, "fence", "through Redis) was confirmed and did not arrive");
    assertFail(found, "delivery", "lost");
  }

  @Test
  void nodesThatSendTwiceWhatTheyKept() {
    assertFail(primaryIsKilled("queues-while-away.js"), "delivery", "repeated");
  }

  private static void assertFail(List<Finding> found, String probe, String evidence) {
    assertThat(found)
        .anySatisfy(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.probe()).isEqualTo(probe);
              assertThat(finding.evidence()).contains(evidence);
            });
  }

  private List<Finding> primaryIsKilled(String defect) {
    Findings findings = new Findings();
    try (Cluster cluster = provider.start(plan(defect));
        RollCall roll = new RollCall(cluster, "liar", 1)) {
      new SentinelFailoverScenario().killed(cluster, roll, findings);
      findings.addAll(cluster.unaskedExits());
    }
    return findings.all();
  }

  private ClusterPlan plan(String defect) {
    return new ClusterPlan(
        SystemFile.read(Home.find().resolve("compose"), "dartwing"),
        new Topology(3, Adapter.REDIS, RedisMode.SENTINEL, List.of()),
        Set.of(),
        Map.of("NODE_OPTIONS", "--require \"%s\"".formatted(file(defect))),
        folder.resolve("logs"));
  }

  private static Path file(String defect) {
    try {
      return Path.of(
          Objects.requireNonNull(SentinelLiarsTest.class.getResource("/liars/" + defect), defect)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
