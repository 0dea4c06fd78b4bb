package rollcall.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Setup;
import rollcall.reports.Standing;

class ValuesTest {
  private static final Map<String, Object> SLOW = Map.of("p99 ms", 1_500);
  private static final Map<String, Object> SOME = Map.of("lost", 3);

  @Test
  void whatWasExcusedIsNotCompared() {
    Finding excused = Finding.unknown("latency", "others took 30 %").with(SLOW);
    assertThat(values(Standing.ASKED, excused)).isEmpty();
    assertThat(values(Standing.ASKED, Finding.fail("latency", "p99 is 1,500 ms").with(SLOW)))
        .containsOnlyKeys("row/x@c: p99 ms");
  }

  @Test
  void whatIsFoundBesideItIs() {
    Finding excused = Finding.unknown("latency", "others took 30 %").with(SLOW);
    assertThat(values(Standing.ASKED, excused, Finding.fail("delivery", "3 lost").with(SOME)))
        .containsOnlyKeys("row/x@c: lost");
  }

  @Test
  void aHazardSaysNothingAboutTheSystem() {
    assertThat(values(Standing.HAZARD, Finding.pass("delivery", "3 lost").with(SOME))).isEmpty();
  }

  @Test
  void howLongAClusterTakesToStartIsNotCompared() {
    assertThat(values(Standing.ASKED, Finding.pass("delivery", "all"))).isEmpty();
  }

  @Test
  void onlyRunsOfTheSameServersAreCompared() {
    Past own = past("dartwing", Map.of("node-command", "own (default)"));
    Past brought = past("dartwing", Map.of("node-command", "node other.js (command line)"));

    assertThat(own.isLike(past("dartwing", Map.of()))).isTrue();
    assertThat(own.isLike(past("raven", Map.of()))).isFalse();
    assertThat(own.isLike(brought)).isFalse();
    assertThat(
            brought.isLike(past("dartwing", Map.of("node-command", "node other.js (environment)"))))
        .isTrue();
  }

  private static Map<String, Value> values(Standing standing, Finding... findings) {
    return Values.of(run("dartwing", Map.of(), standing, findings));
  }

  private static Past past(String system, Map<String, String> settings) {
    return Past.of("r", run(system, settings, Standing.ASKED, Finding.pass("delivery", "all")));
  }

  private static RunRecord run(
      String system, Map<String, String> settings, Standing standing, Finding... findings) {
    ScenarioResult result =
        new ScenarioResult(
            "row/x", "It holds", standing, "", List.of(findings), Duration.ofSeconds(1), "again");
    CellResult cell =
        new CellResult(
            new Place("c", system, "3x redis-pubsub", "processes"),
            Standing.ASKED,
            "",
            List.of(),
            List.of(result),
            new Course(
                Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(), List.of(), List.of()),
            "again");
    Setup setup = new Setup("m", "7", 1, "again", "processes", Map.of(), settings);
    return RunRecord.of(setup, Instant.EPOCH, Duration.ofSeconds(3), List.of(cell));
  }
}
