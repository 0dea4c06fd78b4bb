package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.config.BadInput;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

class KnownFailuresTest {
  private static final List<String> SCENARIOS = List.of("room/full", "room/alone");
  private static final Finding LOST = Finding.fail("delivery", "3 lost on node-2");
  private static final Finding LATE = Finding.fail("recovery", "too late");
  private static final Finding FINE = Finding.pass("fence", "it arrived");

  @TempDir private Path folder;

  @Test
  void whatIsKnownDoesNotFailTheRunAndIsShownAsThat() throws IOException {
    KnownFailures known = known("until: 2026-11-21", "probe: delivery");
    CellResult judged = known.judged(cell("one", LOST, FINE));
    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.scenarios().get(0).standing()).isEqualTo(Standing.KNOWN_FAILURE);
    assertThat(judged.scenarios().get(0).because()).contains("known until 2026-11-21: issue 17");
    assertThat(known.remarks(true)).isEmpty();
  }

  @Test
  void aFindingThatNobodyKnowsFailsItAllTheSame() throws IOException {
    KnownFailures known = known("until: 2027-01-31", "probe: delivery");
    CellResult judged = known.judged(cell("one", LOST, LATE));
    assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged.scenarios().get(0).because()).contains("but more of it is broken");
    assertThat(known("until: 2027-01-31", "cell: two").judged(cell("one", LOST)).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void fromTheNextDayOnItFailsTheRunAgain() throws IOException {
    KnownFailures known = known("until: 2026-11-20");
    CellResult judged = known.judged(cell("one", LOST));
    assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged.scenarios().get(0).because()).contains("that day has passed");
    assertThat(known.remarks(true)).singleElement().asString().contains("fails the run again");
  }

  @Test
  void whatHoldsAgainAndWhatMatchesNothingIsSaid() throws IOException {
    KnownFailures held = known("until: 2027-01-31");
    assertThat(held.judged(cell("one", FINE)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(held.remarks(false)).singleElement().asString().contains("did not fail");
    KnownFailures elsewhere = known("until: 2027-01-31", "cell: two");
    elsewhere.judged(cell("one", LOST));
    assertThat(elsewhere.remarks(true)).singleElement().asString().contains("matches nothing");
    assertThat(elsewhere.remarks(false)).isEmpty();
  }

  @Test
  void whatIsNotAnsweredIsNotExcused() throws IOException {
    KnownFailures known = known("until: 2027-01-31");
    assertThat(known.judged(cell("one", Finding.unknown("fence", "refused"))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatIsNotAnsweredBesideAKnownFailureIsNotExcusedEither() throws IOException {
    KnownFailures known = known("until: 2027-01-31", "probe: delivery");
    CellResult judged = known.judged(cell("one", LOST, Finding.unknown("fence", "refused")));
    assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(judged.scenarios().get(0).standing()).isEqualTo(Standing.KNOWN_FAILURE);
    assertThat(judged.scenarios().get(0).because()).contains("issue 17; and fence: refused");
    assertThat(known.remarks(true)).isEmpty();
  }

  @Test
  void whatWasNotWaitedForBecauseItFailedIsNoQuestionLeftOpen() throws IOException {
    KnownFailures known = known("until: 2027-01-31", "probe: delivery");
    Finding forgone = Finding.forgone("healing", "not waited for");
    assertThat(known.judged(cell("one", LOST, forgone)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(cell("one", FINE, forgone).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void everythingThatIsWrongInTheFileIsSaidAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("known.yaml"),
            """
            known-failures:
              - scenario: room/ful
                probbe: delivery
                until: tomorrow
            """);
    assertThatThrownBy(() -> KnownFailures.read(file, SCENARIOS, LocalDate.EPOCH))
        .isInstanceOf(BadInput.class)
        .message()
        .contains("there is no scenario room/ful; did you mean room/full?")
        .contains("known-failures[0].because: is missing")
        .contains("must be a date such as 2027-01-31, not tomorrow")
        .contains("probbe (line 3): is not a key here; did you mean probe?");
  }

  private KnownFailures known(String... more) throws IOException {
    String lines = String.join("\n    ", more);
    Path file =
        Files.writeString(
            folder.resolve("known.yaml"),
            "known-failures:\n  - scenario: room/full\n    because: issue 17\n    " + lines + "\n");
    return KnownFailures.read(file, SCENARIOS, LocalDate.of(2026, 11, 21));
  }

  private static CellResult cell(String name, Finding... findings) {
    ScenarioResult result =
        new ScenarioResult(
            "room/full",
            "A room",
            Standing.ASKED,
            "",
            List.of(findings),
            Duration.ofSeconds(1),
            "again");
    return new CellResult(
        new Place(name, "little", "1x none", "fake"),
        Standing.ASKED,
        "",
        List.of(),
        List.of(result),
        Course.NONE,
        "again");
  }
}
