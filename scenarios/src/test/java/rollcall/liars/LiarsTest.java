package rollcall.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.Home;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stage;
import rollcall.fixtures.junit.Stop;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Verdict;
import rollcall.scenarios.delivery.CrossNodeScenario;

/**
 * Nodes of Dartwing that lie, each in one way (see {@code liars/lies.js}), and what is found; and
 * one that does not.
 */
@Tag("cluster")
class LiarsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The rest of a cell is waiting: for servers to start, for what comes late. */
  private static final int AT_ONCE = 3;

  private static final List<Liar> LIARS =
      List.of(
          new Liar("loses-one-in-a-hundred", "delivery", "lost", "node-2", "r1-"),
          new Liar("acknowledges-before-the-join", "delivery", "lost", "node-2", "r1-"),
          new Liar("holds-one-for-long", "delivery", "node-2", "r1-"),
          new Liar("repeats-one-after-two-seconds", "delivery", "repeated 9", "node-2", "r1-"),
          new Liar("repeats-under-another-name", "delivery", "repeated 9", "damaged 9", "node-2"),
          new Liar("also-to-the-twin", "delivery", "misdelivered", "r1-"),
          new Liar("delivers-what-it-refused", "delivery", "misdelivered", "r1-"),
          new Liar("swaps-two", "delivery", "reordered", "node-2", "r1-"),
          new Liar("normalises-texts", "delivery", "damaged", "node-2", "r1-"),
          new Liar("adds-an-argument", "delivery", "damaged 9", "node-2", "r1-"),
          new Liar("garbles-one", "delivery", "lost 9", "garbled", "node-2", "r1-"),
          new Liar("closes-a-socket", "connections", "1 of 18 clients", "node-2"),
          new Liar("says-it-is-another-node", "placement", "node-2", "says it is node-1"),
          new Liar("refuses-some", "acceptance", "1 of 60", "refused", "r1-"));

  @TempDir private Path folder;
  private RunScope run;
  private ProcessesProvider provider;
  private ExecutorService players;

  /** What it does, and what is to be said of it by which probe. */
  private record Liar(String lie, String probe, String... words) {}

  @BeforeEach
  void open() {
    run = RunScope.open(new RunRegistry(folder.resolve("state")), ProcessesProvider.NAME);
    provider = new ProcessesProvider(run);
    players = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterEach
  void close() {
    players.shutdownNow();
    provider.close();
    run.close();
  }

  @TestFactory
  Stream<DynamicTest> everyLieIsFoundOutAndHonestyIsBelieved() {
    CompletableFuture<Verdicts> honest = later("honest");
    List<DynamicTest> liars =
        LIARS.stream().map(liar -> Map.entry(liar, later(liar.lie()))).toList().stream()
            .map(
                one ->
                    dynamicTest(
                        one.getKey().lie(), () -> isCaught(one.getKey(), one.getValue().join())))
            .toList();
    DynamicTest believed =
        dynamicTest(
            "honest",
            () ->
                assertThat(honest.join().findings())
                    .isNotEmpty()
                    .allMatch(finding -> finding.verdict() == Verdict.PASS));
    return Stream.concat(Stream.of(believed), liars.stream());
  }

  private static void isCaught(Liar liar, Verdicts verdicts) {
    assertThat(verdicts.worst()).as("of %s", verdicts.findings()).contains(Verdict.FAIL);
    assertThat(verdicts.failed(liar.probe())).contains(liar.words());
  }

  private CompletableFuture<Verdicts> later(String lie) {
    return CompletableFuture.supplyAsync(() -> play(lie), players);
  }

  private Verdicts play(String lie) {
    Verdicts verdicts = new Verdicts();
    try (LauncherSession session = LauncherFactory.openSession()) {
      new Stage(provider, plan(lie), new Seed(7), LIMIT, verdicts, new Stop()).putInto(session);
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      selectMethod(
                          CrossNodeScenario.class,
                          "overWebSocket",
                          Cluster.class.getName()
                              + ","
                              + RollCall.class.getName()
                              + ","
                              + Findings.class.getName()))
                  .build());
    }
    return verdicts;
  }

  private ClusterPlan plan(String lie) {
    return new ClusterPlan(
        SystemFile.read(Home.find().resolve("compose"), "dartwing"),
        new Topology(3, Adapter.REDIS, RedisMode.STANDALONE, List.of(Balancer.NODE_PROXY)),
        Set.of(),
        Map.of("NODE_OPTIONS", "--require \"%s\"".formatted(preload()), "LIE", lie),
        folder.resolve("logs-" + lie));
  }

  private static Path preload() {
    try {
      return Path.of(Objects.requireNonNull(LiarsTest.class.getResource("/liars/liar.js")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
