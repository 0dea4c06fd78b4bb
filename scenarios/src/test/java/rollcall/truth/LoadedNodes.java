package rollcall.truth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.Home;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.load.LoadRun;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;
import rollcall.reports.Finding;

/** Three nodes of Dartwing that keep a log of their own, and do what they are told to messages. */
final class LoadedNodes implements AutoCloseable {
  /** Of the machine, in any second; above it, some of what took long is the others'. */
  private static final double QUIET = 0.1;

  private static final Duration BEGINS_WITHIN = Duration.ofSeconds(30);

  private final Path folder;
  private final RunScope run;
  private final ProcessesProvider provider;
  private final Cluster cluster;

  /**
   * Starts them.
   *
   * @param truth what {@code keeps-a-log.js} does, as JSON
   */
  LoadedNodes(Path folder, String truth) {
    this.folder = folder;
    this.run = RunScope.open(new RunRegistry(folder.resolve("state")), ProcessesProvider.NAME);
    this.provider = new ProcessesProvider(run);
    this.cluster =
        provider.start(
            new ClusterPlan(
                SystemFile.read(Home.find().resolve("compose"), "dartwing"),
                new Topology(3, Adapter.REDIS, RedisMode.STANDALONE, List.of(Balancer.NODE_PROXY)),
                Set.of(),
                Map.of(
                    "NODE_OPTIONS",
                    "--require \"%s\"".formatted(preload()),
                    "TRUTH",
                    truth,
                    "TRUTH_LOGS",
                    folder.toString()),
                folder.resolve("run/logs/cell")));
  }

  Cluster cluster() {
    return cluster;
  }

  Node node(int number) {
    return cluster.nodes().get(number - 1);
  }

  LoadOutcome play(LoadPlan plan, String name) {
    return new LoadRun(cluster, name, 7).play(plan, name);
  }

  /** Returns once a message of this stream has been at a node. */
  void awaitBegun(String name, int stream) {
    String begins = "r1-%s-%s-".formatted(name, Integer.toString(stream, 36));
    Path file = NodeLog.file(folder, node(1).name());
    Awaitility.await("messages that begin with " + begins + " in " + file)
        .atMost(BEGINS_WITHIN)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> holds(file, begins));
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all nodes noted. */
  NodeLog log() {
    return cluster.nodes().stream()
        .map(node -> NodeLog.of(folder, node.name()))
        .reduce(new NodeLog(List.of()), NodeLog::and);
  }

  NodeLog logOf(Node node) {
    return NodeLog.of(folder, node.name());
  }

  /** What is said about time is not to be had where others took the machine: aborted, with why. */
  static void assumeQuiet(ForeignLoad foreign) {
    double worst = foreign.worstSecond();
    assumeTrue(
        worst <= QUIET,
        () -> "others took %.0f %% of the machine in a second".formatted(100 * worst));
  }

  Finding finding(LoadOutcome outcome, String probe) {
    return new LoadJudge(cluster, Duration.ofMillis(100), 99, Duration.ofMillis(25))
        .judge(outcome).stream().filter(one -> one.probe().equals(probe)).findFirst().orElseThrow();
  }

  private static Path preload() {
    try {
      return Path.of(
          Objects.requireNonNull(LoadedNodes.class.getResource("/liars/keeps-a-log.js")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cluster.close();
    provider.close();
    run.close();
  }
}
