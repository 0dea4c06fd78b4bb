package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.gatling.LoadOrder.Share;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;

/** Nodes that hold messages for a time that they note, and a room whose messages they do not. */
@Tag("accuracy")
@Timeout(180)
class DelayedLoadTest {
  private static final String RUN = "delayed";

  /** In the order of the streams: 0 to 3 are the warm-up's, 4 to 7 what is timed. */
  private static final List<Share> MIX =
      List.of(
          new Share("user", 6, 1),
          new Share("doc", 3, 10),
          new Share("org", 2, 30),
          new Share("room", 2, 30));

  private static final String TRUTH =
      "{\"all\": {\"4\": \"constant\", \"5\": \"bimodal\", \"6\": \"one-in-a-hundred\"}}";
  private static final int FIRST_TIMED = MIX.size();
  private static final int UNDELAYED = MIX.size() - 1;

  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

  /** Where one of a hundred is late, the 99th is at the edge: a single message decides it. */
  private static final Map<String, List<Double>> BESIDE_THE_EDGE =
      Map.of("org", List.of(50.0, 90.0, 98.0, 99.5, 99.9));

  @TempDir private Path folder;

  @Test
  void aDelayThatIsKnownIsMeasuredAsWhatItIs() {
    try (LoadedNodes nodes = new LoadedNodes(folder, TRUTH)) {
      LoadOutcome outcome =
          nodes.play(
              LoadPlan.of(60, 150, Duration.ofSeconds(10))
                  .withMix(MIX)
                  .withWarmUp(Duration.ofSeconds(3)),
              RUN);
      assertThat(outcome.whole().total().lost()).isZero();
      LoadedNodes.assumeQuiet(outcome.foreign());
      SoftAssertions all = new SoftAssertions();
      for (int kind = 0; kind < UNDELAYED; kind++) {
        compare(all, nodes.log(), outcome, kind);
      }
      all.assertAll();
    }
  }

  private static void compare(SoftAssertions all, NodeLog log, LoadOutcome outcome, int kind) {
    String name = MIX.get(kind).kind();
    Histogram seen = seen(outcome, kind);
    List<NodeLog.Entry> truth = log.of(RUN, FIRST_TIMED + kind);
    all.assertThat(seen.getTotalCount()).as(name).isEqualTo(truth.size());
    Histogram written = written(truth, outcome);
    for (double percentile : BESIDE_THE_EDGE.getOrDefault(name, PERCENTILES)) {
      long noted = written.getValueAtPercentile(percentile);
      long right = noted + way(log, outcome, 50);
      long tolerance = Math.max(1_000, right / 50);
      all.assertThat(seen.getValueAtPercentile(percentile))
          .as("p%s of %s in microseconds; its nodes noted %d", percentile, name, noted)
          .isBetween(
              right - tolerance,
              Math.max(right, noted + way(log, outcome, percentile)) + tolerance);
    }
    NodeLog.Entry slowest =
        truth.stream().max(Comparator.comparingLong(one -> micros(outcome, one))).orElseThrow();
    long longest = micros(outcome, slowest) + way(log, outcome, 50);
    // A single message may meet the moment in which our own threads were latest, which is told.
    all.assertThat(seen.getMaxValue())
        .as("the slowest of %s, which was %s", name, slowest.roll())
        .isBetween(longest - 5_000, longest + 5_000 + outcome.figures().lagMicros().get(2));
  }

  private static Histogram seen(LoadOutcome outcome, int kind) {
    return outcome
        .timed()
        .latencies()
        .byPath()
        .getOrDefault(MIX.get(kind).kind(), new Histogram(3));
  }

  /** What the way from a node's write to here takes, by the room that nobody held up. */
  private static long way(NodeLog log, LoadOutcome outcome, double percentile) {
    return seen(outcome, UNDELAYED).getValueAtPercentile(percentile)
        - written(log.of(RUN, FIRST_TIMED + UNDELAYED), outcome).getValueAtPercentile(percentile);
  }

  private static Histogram written(List<NodeLog.Entry> truth, LoadOutcome outcome) {
    Histogram micros = new Histogram(3);
    truth.forEach(one -> micros.recordValue(micros(outcome, one)));
    return micros;
  }

  /** From when it was due until its node wrote it. */
  private static long micros(LoadOutcome outcome, NodeLog.Entry one) {
    return (one.writtenNanos() - outcome.ledger().nanos(one.roll().dueMicros())) / 1_000;
  }
}
