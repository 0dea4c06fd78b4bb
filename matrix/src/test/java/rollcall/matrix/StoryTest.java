package rollcall.matrix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.junit.Findings;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

class StoryTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void plainLinesHoldNoControlCharacters() {
    tell(new Story.Manner(false, false, false));
    assertThat(said())
        .doesNotContain("\033", "\r")
        .contains(
            "FAIL       three  3x",
            "three  3x redis-pubsub  1 promise broken; ready in 2.0 s",
            "again: ./rollcall run smoke")
        .endsWith("FAIL  one broken\n");
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    tell(new Story.Manner(true, true, false));
    assertThat(said())
        .contains("\033[31mFAIL     \033[0m  three", "\033[31mFAIL\033[0m  one broken");
    told.reset();
    tell(new Story.Manner(true, false, false));
    assertThat(said()).doesNotContain("\033[31m");
  }

  @Test
  void quietTellsTheEndOnly() {
    tell(new Story.Manner(false, false, true));
    assertThat(said()).isEqualTo("FAIL  one broken\n");
  }

  @Test
  void aTerminalSeesCellScenarioTimeAndDeliveriesAsTheyCome() {
    Findings findings = new Findings();
    findings.counting(() -> 12_345);
    try (Story story = story(new Story.Manner(true, false, false))) {
      story.cellStarted("three", Matrices.behind());
      story.scenarioStarted("cross-node/polling", findings);
      await("the progress line")
          .atMost(5, SECONDS)
          .until(
              this::said,
              text -> text.contains("cross-node/polling") && text.contains("12,345 deliveries"));
    }
    assertThat(said()).contains("three  1x no adapter");
  }

  private void tell(Story.Manner manner) {
    try (Story story = story(manner)) {
      story.tell("processes: no Docker answers");
      story.cellEnded(cell());
      story.conclude(Verdict.FAIL, "FAIL  one broken");
    }
  }

  private Story story(Story.Manner manner) {
    return new Story(new PrintStream(told, true, StandardCharsets.UTF_8), manner);
  }

  private static CellResult cell() {
    ScenarioResult lost =
        new ScenarioResult(
            "room/full",
            "A room gets all",
            Standing.ASKED,
            "",
            List.of(Finding.fail("delivery", "1 of 10 was lost")),
            Duration.ofSeconds(1),
            "./rollcall run smoke");
    return new CellResult(
        new Place("three", "little", "3x redis-pubsub", "fake"),
        Standing.ASKED,
        "",
        List.of(),
        List.of(lost),
        new Course(Duration.ofSeconds(2), Duration.ZERO, List.of(), List.of(), List.of()),
        "./rollcall run smoke --only @three");
  }

  private String said() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
