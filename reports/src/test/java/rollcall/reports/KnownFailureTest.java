package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownFailureTest {
  private static final String WHY = "known until 2027-01-31: issue 17";

  private final ScenarioResult known =
      Promises.of(
          "row/known", "It loses", Standing.KNOWN_FAILURE, Finding.fail("delivery", "3 lost"));
  private final ScenarioResult held =
      Promises.of("row/held", "It holds", Standing.ASKED, Finding.pass("delivery", "all"));

  @Test
  void itIsShownAsThatInEveryFormAndDoesNotFailTheRun() {
    RunRecord run = run(known, held);
    assertThat(run.verdict()).isEqualTo(Verdict.PASS);
    assertThat(new JUnitXml().render(run))
        .contains("skipped message=\"" + WHY, "known failure: row");
    assertThat(new SummaryMarkdown().render(run)).contains("1 known failure seen", "To note");
    assertThat(new HtmlPage().render(run)).contains(WHY, "known failure", "it is to be noted");
    assertThat(new ResultsJson().render(run)).contains("KNOWN_FAILURE", WHY, "3 lost");
  }

  @Test
  void aRunOfNothingElseIsNotOneInWhichNothingWasAsked() {
    assertThat(run(known).verdict()).isEqualTo(Verdict.PASS);
    assertThat(Summary.sentence(run(known))).contains("No promise held", "1 known failure");
  }

  @Test
  void whatWasNotAnsweredBesideItIsShownAsThat() {
    RunRecord run =
        run(held, known.worsened(List.of(Finding.unknown("fence", "the fence was refused"))));
    assertThat(run.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(Summary.sentence(run)).contains("1 of 2 promises was not answered");
    assertThat(new JUnitXml().render(run))
        .contains("\"not answered\" message=\"the fence was refused");
    assertThat(new HtmlPage().render(run)).contains("not answered", "the fence was refused", WHY);
    assertThat(new SummaryMarkdown().render(run)).contains("not answered", "the fence was refused");
  }

  private static RunRecord run(ScenarioResult... scenarios) {
    Setup setup =
        new Setup("smoke", "7", 1, "./rollcall run smoke", "processes", Map.of(), Map.of());
    CellResult cell = Cells.played("one", List.of(), List.of(scenarios), List.of());
    return RunRecord.of(setup, Instant.EPOCH, Duration.ofSeconds(3), List.of(cell))
        .noting(List.of("it is to be noted"));
  }
}
