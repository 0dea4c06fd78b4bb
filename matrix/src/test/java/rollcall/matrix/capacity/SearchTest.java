package rollcall.matrix.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.load.Excuse;
import rollcall.reports.Finding;

class SearchTest {
  private static final Slo USUAL = Slo.read(Slo.USUAL);

  @ParameterizedTest
  @ValueSource(longs = {90, 777, 1_000, 4_096, 9_999})
  void theKneeIsFoundWithinATwentieth(long knee) {
    SimulatedCluster cluster = new SimulatedCluster(knee);

    Capacity capacity = search(cluster, Optional.empty());

    // A queue beyond the knee needs a while until it is 100 ms long.
    assertThat(capacity.level()).isBetween(Math.round(0.93 * knee), Math.round(1.03 * knee));
    assertThat(capacity.decide()).isEqualTo(Decision.GO);
    assertThat(capacity.why()).contains("p99 was").contains("p99 < 100ms").contains("node-2");
    assertThat(capacity.reservations()).isEmpty();
  }

  @Test
  void noiseAndHiccupsDoNotMoveItFar() {
    SimulatedCluster cluster = new SimulatedCluster(2_000).noisyBy(0.04).hiccuping(0.1);

    Capacity capacity = search(cluster, Optional.empty());

    assertThat(capacity.level()).isCloseTo(2_000L, Percentage.withPercentage(15));
  }

  @Test
  void aDemandIsTriedItself() {
    SimulatedCluster cluster = new SimulatedCluster(1_100);

    assertThat(search(cluster, Optional.of(new Demand(1_001))).decide(new Demand(1_001)))
        .isEqualTo(Decision.GO);
    assertThat(cluster.levels()).contains(1_001L);
    assertThat(search(new SimulatedCluster(950), demand(1_001)).decide(new Demand(1_001)))
        .isEqualTo(Decision.NO_GO);
  }

  @Test
  void theLastGoodStepIsConfirmedForTwiceAsLong() {
    SimulatedCluster cluster = new SimulatedCluster(3_000);

    Capacity capacity = search(cluster, Optional.empty());

    Step last =
        capacity.searches().get(0).steps().get(capacity.searches().get(0).steps().size() - 1);
    assertThat(last.purpose()).isEqualTo(Step.Purpose.CONFIRMATION);
    assertThat(last.taken().length()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aLevelThatDoesNotHoldForLongIsNotTheCapacity() {
    SimulatedCluster cluster = new SimulatedCluster(2_000);
    Trial tires =
        (level, length) ->
            level > 1_000 && length.toSeconds() > 5
                ? new SimulatedCluster(900).at(level, length)
                : cluster.at(level, length);

    Capacity capacity =
        new CapacityRun(Subject.RATE, USUAL, Optional.empty(), new Range(50, 100_000), 0, 1)
            .search(tires, (line, step) -> {});

    assertThat(capacity.level()).isBetween(700L, 1_000L);
    assertThat(capacity.decide(new Demand(1_900))).isEqualTo(Decision.NO_GO);
  }

  @Test
  void aLossIsNamedAndNotTriedAgain() {
    SimulatedCluster cluster = new SimulatedCluster(5_000).losingFrom(900);

    Capacity capacity = search(cluster, demand(1_000));

    assertThat(capacity.level()).isLessThan(900);
    assertThat(capacity.why()).contains("lost was 3, the objective is lost = 0");
    assertThat(capacity.decide(new Demand(1_000))).isEqualTo(Decision.NO_GO);
    assertThat(cluster.levels().stream().filter(level -> level == 1_000).count()).isLessThan(3);
  }

  @Test
  void whatALoadCallsFailBreaksAStepWhereNoObjectiveNamesIt() {
    SimulatedCluster twice = new SimulatedCluster(5_000).repeating(3);

    Capacity capacity = search(twice, demand(1_000));

    assertThat(capacity.decide(new Demand(1_000))).isEqualTo(Decision.NO_GO);
    assertThat(capacity.why())
        .contains("3 repeated on node-2")
        .as("no part is named as the cause of what is no matter of time")
        .contains("the busiest part was")
        .doesNotContain("the limit was");
    assertThat(twice.levels()).as("content is not tried again").hasSize(4);
    assertThat(
            asking("p99 < 100ms, lost = 0, repeated <= 5")
                .search(new SimulatedCluster(5_000).repeating(3), (line, step) -> {})
                .decide(new Demand(1_000)))
        .as("who allows five allows three")
        .isEqualTo(Decision.GO);
    assertThat(
            asking("p99 < 100ms, lost = 0, repeated <= 5")
                .search(new SimulatedCluster(5_000).sendingNonsense(), (line, step) -> {})
                .decide(new Demand(1_000)))
        .isEqualTo(Decision.NO_GO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptance", "connections", "placement", "delivery"})
  void whatALoadCannotAnswerIsNoCapacity(String probe) {
    Finding unknown = Finding.unknown(probe, "200 of 300 clients are gone by silence");

    Capacity capacity = search(new SimulatedCluster(5_000).judged(unknown), demand(1_000));

    assertThat(capacity.decide(new Demand(1_000))).isEqualTo(Decision.UNKNOWN);
    assertThat(capacity.decide()).isEqualTo(Decision.UNKNOWN);
    assertThat(capacity.why()).contains("beyond it nobody knows: 200 of 300");
  }

  @Test
  void aServerThatEndsEndsTheSearch() {
    SimulatedCluster cluster = new SimulatedCluster(50_000).losingANodeFrom(1_500);

    Capacity capacity = search(cluster, demand(1_000));

    assertThat(capacity.decide(new Demand(1_000))).isEqualTo(Decision.NO_GO);
    assertThat(capacity.decide()).isEqualTo(Decision.NO_GO);
    assertThat(capacity.why()).contains("node-2 ended unasked with exit code 134").contains("/s");
    assertThat(cluster.levels().get(cluster.levels().size() - 1))
        .as("nothing is asked of what is left")
        .isGreaterThanOrEqualTo(1_500);
    assertThat(cluster.levels().stream().filter(level -> level >= 1_500)).hasSize(1);
  }

  @Test
  void aGeneratorThatIsTheLimitProvesNothing() {
    SimulatedCluster cluster = new SimulatedCluster(50_000).drivenByOneThatCan(1_200);

    Capacity capacity = search(cluster, Optional.empty());

    assertThat(capacity.level()).isBetween(1_100L, 1_200L);
    assertThat(capacity.decide()).isEqualTo(Decision.UNKNOWN);
    assertThat(capacity.decide(new Demand(1_000))).isEqualTo(Decision.GO);
    assertThat(capacity.decide(new Demand(5_000))).isEqualTo(Decision.UNKNOWN);
    assertThat(capacity.why()).contains("beyond it nobody knows: the publisher was 40 ms late");
  }

  @Test
  void ourLatenessExcusesNoMoreThanItExplains() {
    // Half a second slower than it should be from there on.
    Excuse little = new Excuse("our threads were 30 ms late", millis(60), millis(90));
    Excuse much = new Excuse("our threads were 250 ms late", millis(500), millis(900));

    Decision excused =
        search(new SimulatedCluster(50_000).excusedFrom(700, much), demand(900))
            .decide(new Demand(900));
    Decision not =
        search(new SimulatedCluster(50_000).excusedFrom(700, little), demand(900))
            .decide(new Demand(900));

    assertThat(excused).isEqualTo(Decision.UNKNOWN);
    assertThat(not).isEqualTo(Decision.NO_GO);
  }

  @Test
  void aLossCountsAlsoWhereTheGeneratorWasLate() {
    SimulatedCluster cluster = new SimulatedCluster(50_000).drivenByOneThatCan(500).losingFrom(700);

    assertThat(search(cluster, demand(900)).decide(new Demand(900))).isEqualTo(Decision.NO_GO);
  }

  @Test
  void serversThatRefuseAreANoAndDescriptorsThatEndAreNoAnswer() {
    CapacityRun clients =
        new CapacityRun(Subject.CLIENTS, USUAL, Optional.empty(), new Range(100, 20_000), 1_000, 1);

    Capacity refused =
        clients.search(new SimulatedCluster(90_000).lettingIn(3_000), (line, step) -> {});
    Capacity ours =
        clients.search(new SimulatedCluster(90_000).withDescriptorsFor(3_000), (line, step) -> {});

    assertThat(refused.decide(new Demand(5_000))).isEqualTo(Decision.NO_GO);
    assertThat(refused.why()).contains("let in only").contains("HTTP 503");
    assertThat(ours.decide(new Demand(5_000))).isEqualTo(Decision.UNKNOWN);
    assertThat(ours.decide(new Demand(2_000))).isEqualTo(Decision.GO);
    assertThat(ours.why()).contains("out of descriptors");
  }

  @Test
  void itStopsAtItsLimitAndSaysSo() {
    SimulatedCluster cluster = new SimulatedCluster(1_000_000);
    CapacityRun run =
        new CapacityRun(Subject.RATE, USUAL, Optional.empty(), new Range(50, 3_000), 0, 2);

    Capacity capacity = run.search(cluster, (line, step) -> {});

    assertThat(capacity.level()).isEqualTo(3_000);
    assertThat(cluster.levels()).allMatch(level -> level <= 3_000);
    assertThat(capacity.why()).contains("more was not asked for");
    assertThat(capacity.decide(new Demand(4_000))).isEqualTo(Decision.UNKNOWN);
  }

  @Test
  void whatHoldsNowhereIsANo() {
    assertThat(search(new SimulatedCluster(10), demand(1_000)).decide(new Demand(1_000)))
        .isEqualTo(Decision.NO_GO);
    assertThat(search(new SimulatedCluster(10), Optional.empty()).decide())
        .isEqualTo(Decision.NO_GO);
  }

  @Test
  void searchesThatDifferAreNoisy() {
    SimulatedCluster good = new SimulatedCluster(2_000);
    SimulatedCluster worse = new SimulatedCluster(1_200);
    AtomicInteger warmUps = new AtomicInteger();
    Trial tires =
        (level, length) -> {
          warmUps.addAndGet(length.toSeconds() == 3 ? 1 : 0);
          return (warmUps.get() == 1 ? good : worse).at(level, length);
        };
    CapacityRun run =
        new CapacityRun(Subject.RATE, USUAL, Optional.empty(), new Range(50, 9_000), 0, 2);

    Capacity capacity = run.search(tires, (line, step) -> {});

    assertThat(capacity.level()).isLessThan(1_240);
    assertThat(capacity.reservations()).singleElement().asString().startsWith("noisy");
    assertThat(capacity.decide(new Demand(1_900))).isEqualTo(Decision.UNKNOWN);
  }

  @Test
  void foreignLoadIsSaidBesideTheFigure() {
    assertThat(search(new SimulatedCluster(2_000).beside(0.12), Optional.empty()).reservations())
        .singleElement()
        .asString()
        .contains("12 %");
  }

  @Test
  void stepsAreLongEnoughForTheirPercentile() {
    StepLength p99 = new StepLength(0.99, Duration.ofMinutes(2));
    StepLength p999 = new StepLength(0.999, Duration.ofMinutes(2));

    assertThat(p99.messages()).isEqualTo(1_000);
    assertThat(p99.at(50)).isEqualTo(Duration.ofSeconds(20));
    assertThat(p99.at(1_000)).isEqualTo(Duration.ofSeconds(5));
    assertThat(p999.at(1_000)).isEqualTo(Duration.ofSeconds(10));
    assertThatThrownBy(() -> p999.refuseBelow(50))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("p99.9")
        .hasMessageContaining("84/s");
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static CapacityRun asking(String slo) {
    return new CapacityRun(Subject.RATE, Slo.read(slo), demand(1_000), new Range(250, 1_000), 0, 1);
  }

  private static Optional<Demand> demand(long level) {
    return Optional.of(new Demand(level));
  }

  private static Capacity search(SimulatedCluster cluster, Optional<Demand> demand) {
    return new CapacityRun(Subject.RATE, USUAL, demand, new Range(20, 1_000_000), 0, 2)
        .search(cluster, (line, step) -> {});
  }
}
