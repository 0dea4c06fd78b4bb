package rollcall.scenarios.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.traffic.RestCalls;
import rollcall.reports.Verdict;

class FrontEndScenarioTest {
  @Test
  void aCallThatWasNotAnsweredIsNoRefusal() {
    assertThat(acceptance(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(acceptance(500)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatWasNotAnsweredMayBeShownOnceOrNot() {
    assertThat(shown(List.of("a"), Set.of("a"), Set.of("b"))).isEqualTo(Verdict.PASS);
    assertThat(shown(List.of("a", "b"), Set.of("a"), Set.of("b"))).isEqualTo(Verdict.PASS);
    assertThat(shown(List.of("a", "b", "b"), Set.of("a"), Set.of("b"))).isEqualTo(Verdict.FAIL);
    assertThat(shown(List.of(), Set.of(), Set.of("b"))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatWasAnsweredIsDueOnce() {
    assertThat(shown(List.of(), Set.of("a"), Set.of())).isEqualTo(Verdict.FAIL);
    assertThat(shown(List.of("a", "a"), Set.of("a"), Set.of())).isEqualTo(Verdict.FAIL);
  }

  private static Verdict acceptance(int status) {
    return FrontEndScenario.notStored("a", new RestCalls.Answer(status, "")).verdict();
  }

  private static Verdict shown(List<String> shown, Set<String> texts, Set<String> doubtful) {
    return FrontEndScenario.shown(shown, texts, doubtful).verdict();
  }
}
