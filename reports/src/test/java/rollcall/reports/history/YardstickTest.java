package rollcall.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import rollcall.reports.Finding;
import rollcall.reports.Trend;
import rollcall.reports.Verdict;

class YardstickTest {
  private static final int NIGHTS = 30;
  private static final int HISTORIES = 1000;
  private static final double NOISE = 0.05;

  @Test
  void aRegressionByAFifthIsFoundWithinThreeNights() {
    int found = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      int since = 15 + seed % 12;
      List<Past> nights = nights(seed, night -> night >= since ? 1.2 : 1, NOISE);
      found += alarm(nights, since, since + 3) ? 1 : 0;
    }
    assertThat(found).as("of " + HISTORIES).isGreaterThanOrEqualTo(HISTORIES * 90 / 100);
  }

  @Test
  void aHistoryWithoutOneRaisesNoAlarm() {
    int alarms = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      alarms += alarm(nights(seed, night -> 1, NOISE), 0, NIGHTS) ? 1 : 0;
    }
    assertThat(alarms).as("of " + HISTORIES).isLessThanOrEqualTo(HISTORIES * 5 / 100);
  }

  @Test
  void oneOddNightRaisesNoAlarm() {
    List<Past> nights = nights(1, night -> night == 20 ? 5 : 1, 0.01);

    assertThat(alarm(nights, 0, NIGHTS)).isFalse();
  }

  @Test
  void aValueThatGotBetterIsNoFailure() {
    List<Past> nights = nights(1, night -> night > 20 ? 0.5 : 1, NOISE);

    assertThat(alarm(nights, 0, NIGHTS)).isFalse();
    assertThat(Trends.of(nights).get(0).says()).startsWith("better: ");
  }

  @Test
  void tooLittleAndTooNoisyHistoriesSaySoInstead() {
    List<Past> nights = nights(3, night -> 1, NOISE);
    List<Past> wild = nights(3, night -> 1, 0.4);

    assertThat(Yardstick.sliding("history", nights.subList(0, 6)).findings())
        .singleElement()
        .satisfies(said -> assertThat(said.verdict()).isEqualTo(Verdict.PASS))
        .satisfies(
            said ->
                assertThat(said.evidence())
                    .contains("1 could not be judged", "too little: 3 of 8 runs before"));
    assertThat(Yardstick.sliding("history", wild).findings())
        .singleElement()
        .satisfies(said -> assertThat(said.evidence()).contains("too noisy"));
  }

  @Test
  void whatGotWorseSaysFromWhereToWhereAndHowCertain() {
    List<Past> nights = nights(5, night -> night >= 27 ? 1.5 : 1, NOISE);
    Finding worse = Yardstick.sliding("history", nights).findings().get(0);

    assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(worse.evidence())
        .containsPattern(
            "row/x@c: p99 all got worse: 1\\d\\.\\d ms .* [78]\\.\\d+ ms before; \\d+ % more,"
                + " between");
  }

  @Test
  void aTrendMarksTheNightSinceWhichAValueLiesElsewhere() {
    Trend trend = Trends.of(nights(5, night -> night >= 18 ? 1.5 : 1, NOISE)).get(0);

    assertThat(trend.changes()).hasSize(1);
    assertThat(trend.changes().get(0)).isBetween(17, 18);
    assertThat(trend.says()).startsWith("worse: ");
  }

  @Test
  void onlyRunsOfTheSameMatrixAndMachineAreCompared() {
    Past one = night(0, 8);
    Past other =
        new Past(1, "r", Instant.EPOCH, "m", "8 cores", Verdict.PASS, Map.of(), one.values());

    assertThat(new History(List.of(one, other), 0).like(night(1, 8))).containsExactly(one);
  }

  private static boolean alarm(List<Past> nights, int from, int until) {
    for (int night = from; night < until; night++) {
      List<Finding> findings =
          Yardstick.sliding("history", nights.subList(0, night + 1)).findings();
      if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL)) {
        return true;
      }
    }
    return false;
  }

  private static List<Past> nights(long seed, DoubleUnaryOperator factor, double noise) {
    Random random = new Random(seed);
    List<Past> nights = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      nights.add(
          night(night, 8 * factor.applyAsDouble(night) * (1 + noise * random.nextGaussian())));
    }
    return nights;
  }

  private static Past night(int night, double p99) {
    return new Past(
        1,
        "run-" + night,
        Instant.EPOCH.plusSeconds(86_400L * night),
        "m",
        "2 cores",
        Verdict.PASS,
        Map.of(),
        Map.of("row/x@c: p99 all", new Value(p99, "ms", false)));
  }
}
