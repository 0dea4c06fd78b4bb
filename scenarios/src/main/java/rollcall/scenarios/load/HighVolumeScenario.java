package rollcall.scenarios.load;

import static rollcall.fixtures.junit.Need.PUBLISHING;
import static rollcall.fixtures.junit.Need.USERS;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.load.LoadRun;

/** Row 5 of the test matrix: 1,000 messages a second over the nodes of a cluster, by Gatling. */
@Row("high-volume")
@DisplayName("1,000 messages a second")
public class HighVolumeScenario {
  private static final int PER_SECOND = 1_000;
  private static final int CLIENTS_PER_NODE = 100;

  /** What the document promises, at the 99th percentile. */
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final double PERCENTILE = 99;

  /** When we were later than this, what we measured is partly ourselves. */
  private static final Duration OUR_LATENESS = Duration.ofMillis(25);

  @ClusterTest(
      value = "three-seconds",
      needs = {PUBLISHING, USERS, WEBSOCKET})
  @DisplayName("for 3 s all arrive, once, and 99 of 100 within 100 ms")
  void threeSeconds(Cluster cluster, Findings findings, Seed seed) {
    lasting(Duration.ofSeconds(3), cluster, findings, seed);
  }

  @Tag("long")
  @ClusterTest(
      value = "ten-seconds",
      needs = {PUBLISHING, USERS, WEBSOCKET})
  @DisplayName("for 10 s all arrive, once, and 99 of 100 within 100 ms")
  void tenSeconds(Cluster cluster, Findings findings, Seed seed) {
    lasting(Duration.ofSeconds(10), cluster, findings, seed);
  }

  @Tag("long")
  @ClusterTest(
      value = "a-minute",
      needs = {PUBLISHING, USERS, WEBSOCKET},
      limitSeconds = 150)
  @DisplayName("for 60 s all arrive, once, and 99 of 100 within 100 ms")
  void aMinute(Cluster cluster, Findings findings, Seed seed) {
    lasting(Duration.ofMinutes(1), cluster, findings, seed);
  }

  /** After a warm-up, whose messages have to arrive too and are not timed. */
  private static void lasting(Duration duration, Cluster cluster, Findings findings, Seed seed) {
    String name = "volume" + duration.toSeconds();
    LoadPlan plan = LoadPlan.of(CLIENTS_PER_NODE * cluster.nodes().size(), PER_SECOND, duration);
    LoadOutcome outcome =
        new LoadRun(cluster, seed.derive(name).label(), seed.value()).play(plan, name);
    findings.addAll(new LoadJudge(cluster, LATENCY, PERCENTILE, OUR_LATENESS).judge(outcome));
    findings.measured(outcome.measurement());
  }
}
