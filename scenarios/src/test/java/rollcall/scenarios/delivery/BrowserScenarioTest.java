package rollcall.scenarios.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rollcall.fixtures.browser.Visit;
import rollcall.fixtures.probe.Silence;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

class BrowserScenarioTest {
  private static final String WAITING = "not connected within 10 s";

  @Test
  void whoIsLeftWaitingWasNotRefused() {
    assertThat(socket(WAITING, false).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(socket(WAITING, false).figures()).containsKey(Silence.FIGURE);
    assertThat(socket("closed with 1006", false).verdict()).isEqualTo(Verdict.PASS);
    assertThat(socket("refused: {}", false).verdict()).isEqualTo(Verdict.PASS);
    assertThat(socket("connected", false).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whoIsAllowedAndLeftWaitingMayBeSoByOthersDoing() {
    assertThat(socket(WAITING, true).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(socket(WAITING, true).figures()).containsKey(Silence.FIGURE);
    assertThat(socket("refused: {}", true).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(socket("refused: {}", true).figures()).doesNotContainKey(Silence.FIGURE);
    assertThat(socket("connected", true).verdict()).isEqualTo(Verdict.PASS);
  }

  private static Finding socket(String said, boolean due) {
    return BrowserScenario.judged("http://a.test", new Visit.Seen("HTTP 200", said), due).get(1);
  }
}
