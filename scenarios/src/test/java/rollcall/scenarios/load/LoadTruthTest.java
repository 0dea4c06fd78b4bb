package rollcall.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
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
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.load.LoadRun;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** A load on a real cluster to which something is done whose effect is known. */
@Tag("cluster")
@Timeout(180)
class LoadTruthTest {
  private static final Duration PULSE = Duration.ofMillis(400);
  private static final long OVER_MICROS = 100_000;

  @TempDir private Path folder;
  private RunScope run;
  private Cluster cluster;

  @BeforeEach
  void open() {
    run = RunScope.open(new RunRegistry(folder.resolve("state")), ProcessesProvider.NAME);
    cluster =
        new ProcessesProvider(run)
            .start(
                new ClusterPlan(
                    SystemFile.read(Home.find().resolve("compose"), "dartwing"),
                    new Topology(
                        3, Adapter.REDIS, RedisMode.STANDALONE, List.of(Balancer.NODE_PROXY)),
                    Set.of(),
                    Map.of(),
                    folder.resolve("run/logs/cell")));
  }

  @AfterEach
  void close() {
    cluster.close();
    run.close();
  }

  @Test
  void aStarvedGeneratorGivesNoAnswerAboutTimeAndTheRightOneAboutContent() {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> starving = CompletableFuture.runAsync(() -> starve(over));
    LoadOutcome outcome;
    try {
      outcome = play(LoadPlan.of(60, 300, Duration.ofSeconds(4)), "starved");
    } finally {
      over.set(true);
      starving.join();
    }
    List<Finding> found = judge(outcome);
    assertThat(verdict(found, "latency")).as("%s", found).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(found, "delivery")).as("%s", found).isEqualTo(Verdict.PASS);
  }

  @Test
  void aFrozenNodeIsSeenAsLongAsItWasFrozenByEveryMessageThatWasDueMeanwhile() {
    Duration timed = Duration.ofSeconds(6);
    CompletableFuture<LoadOutcome> playing =
        CompletableFuture.supplyAsync(() -> play(LoadPlan.of(60, 1_000, timed), "frozen"));
    // Its warm-up is over once its clients have been publishing for a while.
    loadJvm();
    park(Duration.ofSeconds(8));
    long from = System.nanoTime();
    cluster.nodes().get(0).pause();
    park(Duration.ofSeconds(1));
    cluster.nodes().get(0).resume();
    double frozen = (System.nanoTime() - from) / 1e9;
    LoadOutcome outcome = playing.join();
    Map<String, Histogram> byNode = outcome.timed().latencies().byNode();
    Histogram seen = byNode.getOrDefault(cluster.nodes().get(0).name(), new Histogram(3));
    double share = 1 - (double) seen.getCountBetweenValues(0, OVER_MICROS) / seen.getTotalCount();
    assertThat(seen.getMaxValue() / 1e6).isGreaterThanOrEqualTo(0.98 * frozen);
    assertThat(share).isGreaterThanOrEqualTo(0.9 * (frozen - 0.1) / timed.toSeconds());
    assertThat(verdict(judge(outcome), "delivery")).isEqualTo(Verdict.PASS);
  }

  private LoadOutcome play(LoadPlan plan, String name) {
    return new LoadRun(cluster, name, 7).play(plan, name);
  }

  private List<Finding> judge(LoadOutcome outcome) {
    return new LoadJudge(cluster, Duration.ofMillis(100), 99, Duration.ofMillis(25)).judge(outcome);
  }

  private static Verdict verdict(List<Finding> found, String probe) {
    return found.stream()
        .filter(one -> one.probe().equals(probe))
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }

  /** Half of the time its JVM does not run. */
  private static void starve(AtomicBoolean over) {
    ProcessHandle jvm = loadJvm();
    while (!over.get() && jvm.isAlive()) {
      signal("-STOP", jvm);
      park(PULSE);
      signal("-CONT", jvm);
      park(PULSE);
    }
  }

  private static ProcessHandle loadJvm() {
    return Awaitility.await("the JVM of a load")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static void signal(String which, ProcessHandle jvm) {
    try {
      new ProcessBuilder("kill", which, String.valueOf(jvm.pid())).start().waitFor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot signal", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void park(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
