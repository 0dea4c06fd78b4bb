package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.gatling.LoadOrder.Share;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Honest nodes, and something done to the generator. */
@Tag("cluster")
@Timeout(180)
class HonestLoadTest {
  private static final Duration PULSE = Duration.ofMillis(400);

  /** Of each pulse at least, by our own threads. */
  private static final long SEEN_MICROS = 300_000;

  /** One kind of message: stream 0 is the warm-up's, 1 what is timed. */
  private static final int TIMED_STREAM = 1;

  @TempDir private static Path folder;
  private static LoadedNodes nodes;

  @BeforeAll
  static void start() {
    nodes = new LoadedNodes(folder, "{}");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void aStarvedGeneratorGivesNoAnswerAboutTimeAndTheRightOneAboutContent() {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> starving = CompletableFuture.runAsync(() -> starve("starved", over));
    LoadOutcome outcome;
    try {
      outcome = nodes.play(users(60, 300, Duration.ofSeconds(3)), "starved");
    } finally {
      over.set(true);
      starving.join();
    }
    assertThat(outcome.figures().lagMicros().get(2)).isGreaterThan(SEEN_MICROS);
    Finding latency = nodes.finding(outcome, "latency");
    assertThat(latency.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(latency.evidence()).containsAnyOf("our own clients' threads", "the publisher fell");
    assertThat(nodes.finding(outcome, "delivery").verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.whole().total().lost()).isZero();
  }

  private static LoadPlan users(int clients, int perSecond, Duration time) {
    return LoadPlan.of(clients, perSecond, time)
        .withMix(List.of(new Share("user", 1, 1)))
        .withWarmUp(Duration.ofSeconds(1));
  }

  /** Half of the time its JVM does not run. */
  private static void starve(String name, AtomicBoolean over) {
    nodes.awaitBegun(name, TIMED_STREAM);
    ProcessHandle jvm = loadJvm();
    while (!over.get() && jvm.isAlive()) {
      signal("-STOP", jvm);
      park(PULSE);
      signal("-CONT", jvm);
      park(PULSE);
    }
  }

  private static ProcessHandle loadJvm() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  private static void signal(String which, ProcessHandle jvm) {
    try {
      new ProcessBuilder("kill", which, String.valueOf(jvm.pid()))
          .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot signal", e);
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
