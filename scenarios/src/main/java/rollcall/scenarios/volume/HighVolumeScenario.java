package rollcall.scenarios.volume;

import static rollcall.fixtures.junit.Need.DOCUMENTS;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.PayloadShape;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.probe.Latency;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.OwnLag;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Row 5 of the test matrix: 1,000 messages a second over the nodes of a cluster. */
@Row("high-volume")
@DisplayName("1,000 messages a second")
public class HighVolumeScenario {
  private static final int PER_SECOND = 1_000;
  private static final int CLIENTS_PER_NODE = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(20);

  /** What the document promises, at the 99th percentile. */
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final double PERCENTILE = 99;

  /** When we were later than this, what we measured is partly ourselves. */
  private static final Duration OUR_LATENESS = Duration.ofMillis(25);

  private static final PayloadShape CONTENT = new PayloadShape(PayloadShape.Content.UNICODE, 200);

  @ClusterTest(
      value = "three-seconds",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET})
  @DisplayName("for 3 s all arrive, once, and 99 of 100 within 100 ms")
  void threeSeconds(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    new Volume(cluster, roll, findings, seed).lasting(Duration.ofSeconds(3));
  }

  @Tag("long")
  @ClusterTest(
      value = "ten-seconds",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET})
  @DisplayName("for 10 s all arrive, once, and 99 of 100 within 100 ms")
  void tenSeconds(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    new Volume(cluster, roll, findings, seed).lasting(Duration.ofSeconds(10));
  }

  @Tag("long")
  @ClusterTest(
      value = "a-minute",
      needs = {REDIS_PUBLISHING, DOCUMENTS, WEBSOCKET},
      limitSeconds = 150)
  @DisplayName("for 60 s all arrive, once, and 99 of 100 within 100 ms")
  void aMinute(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    new Volume(cluster, roll, findings, seed).lasting(Duration.ofMinutes(1));
  }

  private record Volume(Cluster cluster, RollCall roll, Findings findings, Seed seed) {

    /** After a warm-up, whose messages have to arrive too and are not timed. */
    void lasting(Duration duration) {
      String name = "high-volume/" + duration.toSeconds() + "s";
      Crowd crowd =
          roll.gather(
              new Gathering(
                  "volume" + duration.toSeconds(),
                  Transport.WEBSOCKET,
                  Gathering.Kind.LEAN,
                  CLIENTS_PER_NODE * cluster.nodes().size(),
                  0));
      findings.counting(roll::deliveries);
      findings.add(crowd.admission()).add(crowd.placement());
      Mix mix = Mix.among(crowd, roll.dialect());
      Random random = seed.random();
      Chapter warming = roll.ledger().chapter(name + ", warm-up");
      Chapter timed = roll.ledger().chapter(name);
      flow(warming, mix, WARM_UP, random);
      findings.add(timed(timed, mix, duration, random));
      Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
      Supplier<List<Finding>> held =
          () ->
              List.of(
                  delivery.of(warming.account()),
                  delivery.of(timed.account()),
                  crowd.connections());
      findings.addAll(held.get());
      findings.untilCellEnds(held);
    }

    private Finding timed(Chapter chapter, Mix mix, Duration duration, Random random) {
      try (ForeignLoad foreign = ForeignLoad.beside(cluster);
          OwnLag own = roll.ownLag()) {
        flow(chapter, mix, duration, random);
        Finding latency = new Latency(LATENCY, PERCENTILE, OUR_LATENESS).of(chapter.account());
        return foreign.judgeClosely(own.judge(latency, PERCENTILE, OUR_LATENESS));
      }
    }

    private void flow(Chapter chapter, Mix mix, Duration duration, Random random) {
      Passage passage = roll.throughRedis(chapter).carrying(CONTENT);
      long messages = duration.toSeconds() * PER_SECOND;
      List<Flow.Course> turn = mix.turn(passage, random);
      try (Flow flow = Flow.down(turn, PER_SECOND, messages)) {
        if (!flow.awaitEnd(duration.multipliedBy(2))) {
          findings.add(
              Finding.unknown(
                  "schedule",
                  "our publisher had not sent %,d messages after twice the time"
                      .formatted(messages)));
        }
      }
      findings.add(passage.fence(FENCE_LIMIT)).add(passage.acceptance());
    }
  }
}
