package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Finding PASS = Finding.pass("p", "held");
  private static final Finding UNKNOWN = Finding.unknown("p", "not answered");
  private static final Finding FAIL = Finding.fail("p", "broken");

  @Test
  void anAnswerIsHeldNotAnsweredOrBroken() {
    assertThat(outcome(Standing.ASKED, Standing.ASKED, PASS)).isEqualTo(Outcome.HELD);
    assertThat(outcome(Standing.ASKED, Standing.ASKED, PASS, UNKNOWN))
        .isEqualTo(Outcome.NOT_ANSWERED);
    assertThat(outcome(Standing.ASKED, Standing.ASKED, UNKNOWN, FAIL)).isEqualTo(Outcome.BROKEN);
    assertThat(outcome(Standing.ASKED, Standing.ASKED)).isEqualTo(Outcome.NOT_ANSWERED);
  }

  @Test
  void aHazardIsNeverHeld() {
    for (Standing cell : List.of(Standing.ASKED, Standing.HAZARD)) {
      assertThat(outcome(cell, Standing.HAZARD, PASS)).isEqualTo(Outcome.HAZARD_SHOWN);
      assertThat(outcome(cell, Standing.HAZARD, UNKNOWN)).isEqualTo(Outcome.HAZARD_UNSEEN);
      assertThat(outcome(cell, Standing.HAZARD, FAIL)).isEqualTo(Outcome.BROKEN);
    }
    assertThat(outcome(Standing.HAZARD, Standing.ASKED, PASS)).isEqualTo(Outcome.HAZARD_SHOWN);
  }

  @Test
  void whatWasNotAskedHasNoAnswer() {
    assertThat(outcome(Standing.ASKED, Standing.NOT_ASKED, FAIL)).isEqualTo(Outcome.NOT_ASKED);
    assertThat(outcome(Standing.LEFT_OUT, Standing.ASKED, PASS)).isEqualTo(Outcome.LEFT_OUT);
  }

  @Test
  void aClusterThatWasAskedNothingGaveNoAnswer() {
    CellResult silent = Cells.played("c", List.of(), List.of(), List.of());
    CellResult started = Cells.played("c", List.of(PASS), List.of(), List.of());

    assertThat(Outcome.of(silent)).isEqualTo(Outcome.NOT_ANSWERED);
    assertThat(Outcome.of(started)).isEqualTo(Outcome.HELD);
  }

  private static Outcome outcome(Standing cell, Standing scenario, Finding... findings) {
    ScenarioResult result = Promises.of("a/b", "title", scenario, findings);
    return Outcome.of(
        new CellResult(
            new Place("c", "s", "t", "p"),
            cell,
            "",
            List.of(PASS),
            List.of(result),
            Course.NONE,
            ""),
        result);
  }
}
