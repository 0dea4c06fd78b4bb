package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.gatling.LoadOrder.Share;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.reports.Verdict;
import rollcall.truth.WaitingHarness.Answer;

/**
 * A node that does not run for a time that is known: who stops asking meanwhile sees too little.
 */
@Tag("accuracy")
@Timeout(180)
class FrozenNodeTest {
  private static final String RUN = "frozen";
  private static final Duration TIMED = Duration.ofSeconds(4);
  private static final int PER_SECOND = 400;
  private static final long OVER_MICROS = 100_000;
  private static final double OVER = OVER_MICROS / 1e6;

  /** A message that takes no longer found no backlog. */
  private static final double SOON = 0.02;

  /** One kind of message: stream 0 is the warm-up's, 1 what is timed. */
  private static final int TIMED_STREAM = 1;

  @TempDir private Path folder;

  /**
   * When a node stopped and ran again.
   *
   * @param least in seconds, as seen from within
   * @param most as seen from without
   */
  private record Freeze(long resumed, double least, double most) {
    static Freeze of(Node node) {
      long before = System.nanoTime();
      node.pause();
      long from = System.nanoTime();
      park(Duration.ofSeconds(1));
      long until = System.nanoTime();
      node.resume();
      long after = System.nanoTime();
      return new Freeze(until, (until - from) / 1e9, (after - before) / 1e9);
    }
  }

  @Test
  void isSeenAsLongAsItWasFrozenByEveryMessageThatWasDueMeanwhile() {
    try (LoadedNodes nodes = new LoadedNodes(folder, "{}")) {
      Node frozen = nodes.node(1);
      CompletableFuture<LoadOutcome> playing =
          CompletableFuture.supplyAsync(() -> nodes.play(users(), RUN));
      nodes.awaitBegun(RUN, TIMED_STREAM);
      Freeze freeze = Freeze.of(frozen);
      LoadOutcome outcome = playing.join();
      assertThat(nodes.finding(outcome, "delivery").verdict()).isEqualTo(Verdict.PASS);

      Histogram seen =
          outcome.timed().latencies().byNode().getOrDefault(frozen.name(), new Histogram(3));
      checkLongest(seen, freeze);
      LoadedNodes.assumeQuiet(outcome.foreign());
      checkShare(seen, freeze, drain(nodes.logOf(frozen), outcome, freeze.resumed()));
    }
  }

  /** The same answers pass from when each was due, and not from when it was sent. */
  @Test
  void isOverlookedByWhoWaitsForAnAnswerBeforeAskingAgainAndThisTestSaysSo()
      throws InterruptedException {
    try (LoadedNodes nodes = new LoadedNodes(folder, "{}");
        ForeignLoad foreign = ForeignLoad.beside(nodes.cluster())) {
      Node frozen = nodes.node(1);
      CountDownLatch begun = new CountDownLatch(1);
      WaitingHarness harness = new WaitingHarness(nodes.cluster().dialect(), frozen, begun);
      CompletableFuture<List<Answer>> asking =
          CompletableFuture.supplyAsync(() -> harness.ask(PER_SECOND, TIMED));
      assertThat(begun.await(10, TimeUnit.SECONDS)).as("it was answered once").isTrue();
      Freeze freeze = Freeze.of(frozen);
      List<Answer> answers = asking.join();
      double drain =
          answers.stream()
              .filter(one -> one.answeredNanos() > freeze.resumed())
              .filter(one -> one.sinceDueNanos() < SOON * 1e9)
              .mapToDouble(one -> (one.answeredNanos() - freeze.resumed()) / 1e9)
              .min()
              .orElseThrow();

      Histogram omitting = WaitingHarness.booked(answers, Answer::sinceSentNanos);
      checkLongest(omitting, freeze);
      assertThatThrownBy(() -> checkShare(omitting, freeze, drain))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("share over 100 ms");
      LoadedNodes.assumeQuiet(foreign);
      checkShare(WaitingHarness.booked(answers, Answer::sinceDueNanos), freeze, drain);
    }
  }

  private static void checkLongest(Histogram seen, Freeze freeze) {
    assertThat(seen.getMaxValue() / 1e6).isGreaterThanOrEqualTo(0.98 * freeze.least());
  }

  private static void checkShare(Histogram seen, Freeze freeze, double drain) {
    double over = 1 - (double) seen.getCountBetweenValues(0, OVER_MICROS) / seen.getTotalCount();
    assertThat(over)
        .as("share over 100 ms; %s, drained in %.3f s", freeze, drain)
        .isBetween(0.9 * share(freeze.least(), drain), 1.1 * share(freeze.most(), drain));
  }

  private static double share(double freeze, double drain) {
    return (freeze - OVER + drain) / TIMED.toSeconds();
  }

  /** Until a message had found no backlog, as the node's own log says. */
  private static double drain(NodeLog log, LoadOutcome outcome, long resumed) {
    return log.of(RUN, TIMED_STREAM).stream()
        .filter(one -> one.writtenNanos() > resumed)
        .filter(
            one -> one.writtenNanos() - outcome.ledger().nanos(one.roll().dueMicros()) < SOON * 1e9)
        .mapToDouble(one -> (one.writtenNanos() - resumed) / 1e9)
        .min()
        .orElseThrow();
  }

  private static LoadPlan users() {
    return LoadPlan.of(60, 1_000, TIMED)
        .withMix(List.of(new Share("user", 1, 1)))
        .withWarmUp(Duration.ofSeconds(1));
  }

  private static void park(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
