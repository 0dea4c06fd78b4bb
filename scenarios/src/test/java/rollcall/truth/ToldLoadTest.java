package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.gatling.LoadOrder.Share;
import rollcall.fixtures.ledger.Ledger;
import rollcall.fixtures.ledger.RollNumber;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** A node that loses messages and says in a log of its own which, and one that is busy. */
@Tag("cluster")
@Timeout(180)
class ToldLoadTest {
  /** In the order of the streams: 0 to 3 are the warm-up's, 4 to 7 what is timed. */
  private static final List<Share> MIX =
      List.of(
          new Share("user", 6, 1),
          new Share("doc", 3, 10),
          new Share("org", 1, 30),
          new Share("room", 2, 10));

  @TempDir private static Path folder;
  private static LoadedNodes nodes;
  private static LoadOutcome outcome;

  @BeforeAll
  static void play() {
    nodes =
        new LoadedNodes(
            folder,
            "{\"node-2\": {\"4\": \"loses-one-in-40\", \"5\": \"loses-one-in-40\"},"
                + " \"node-3\": {\"busy\": true}}");
    outcome = nodes.play(plan(60, 300), "lossy");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void whatIsLostIsToldByItsRollNumbersAlsoWhereANodeIsBusy() {
    List<RollNumber> lost =
        nodes.log().entries().stream()
            .filter(NodeLog.Entry::isLost)
            .map(NodeLog.Entry::roll)
            .toList();
    assertThat(lost).hasSizeGreaterThan(10);
    assertThat(outcome.whole().total().lost()).isEqualTo(lost.size());
    Ledger ledger = outcome.ledger();
    assertThat(ledger.missing(ledger.chapter("load").streams(), 1_000))
        .extracting(Ledger.Delivery::roll)
        .containsExactlyInAnyOrderElementsOf(lost);
    assertThat(nodes.finding(outcome, "delivery").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void thatANodeIsBusyIsItsOwnFault() {
    LoadedNodes.assumeQuiet(outcome.foreign());
    Finding latency = nodes.finding(outcome, "latency");
    assertThat(latency.verdict()).as(latency.evidence()).isEqualTo(Verdict.FAIL);
    assertThat(latency.evidence()).contains("slowest at node-3");
  }

  @Test
  void whatEachServerUsedIsToldAndTheBusyOneIsAhead() {
    Map<String, Double> used = outcome.usedByServers();
    assertThat(used).containsKeys("node-1", "node-2", "node-3");
    assertThat(Collections.max(used.entrySet(), Map.Entry.comparingByValue()).getKey())
        .as("%s", used)
        .isEqualTo("node-3");
    assertThat(outcome.usedByUs()).isPositive();
  }

  private static LoadPlan plan(int clients, int perSecond) {
    return LoadPlan.of(clients, perSecond, Duration.ofSeconds(3))
        .withMix(MIX)
        .withWarmUp(Duration.ofSeconds(1));
  }
}
