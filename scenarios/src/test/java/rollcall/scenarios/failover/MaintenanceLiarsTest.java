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
import rollcall.fixtures.cluster.Balancer;
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

/** What a rolling restart says of nodes with one defect, beside that it is found. */
@Tag("cluster")
@Timeout(120)
class MaintenanceLiarsTest {
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
  void aFenceThatDoesNotArriveEndsTheRestarting() {
    List<Finding> found = restarted("loses-one-here-and-fences-there");
    assertThat(of("fence", found))
        .as("after the first node and at the end, if its clients were back")
        .hasSizeBetween(1, 2)
        .allMatch(fence -> fence.verdict() == Verdict.FAIL);
  }

  @Test
  void whoIsRefusedAtTheDoorIsNotExcusedByOthersLoad() {
    Finding comeback = of("comeback", restarted("refuses-who-comes-later")).get(0);
    assertThat(comeback.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(comeback.evidence()).contains("4 of 12 clients were not back within", "HTTP 400");
    assertThat(comeback.figures()).as("nobody asked").doesNotContainKey("foreign load %");
  }

  private static List<Finding> of(String probe, List<Finding> found) {
    return found.stream().filter(finding -> finding.probe().equals(probe)).toList();
  }

  private List<Finding> restarted(String lie) {
    Findings findings = new Findings();
    try (Cluster cluster = provider.start(plan(lie));
        RollCall roll = new RollCall(cluster, "r1", 1)) {
      new MaintenanceScenario().rollingRestart(cluster, roll, findings);
    }
    return findings.all();
  }

  private ClusterPlan plan(String lie) {
    return new ClusterPlan(
        SystemFile.read(Home.find().resolve("compose"), "dartwing"),
        new Topology(3, Adapter.REDIS, RedisMode.STANDALONE, List.of(Balancer.NODE_PROXY)),
        Set.of(),
        Map.of("NODE_OPTIONS", "--require \"%s\"".formatted(liar()), "LIE", lie),
        folder.resolve("logs"));
  }

  private static Path liar() {
    try {
      return Path.of(
          Objects.requireNonNull(MaintenanceLiarsTest.class.getResource("/liars/liar.js")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
