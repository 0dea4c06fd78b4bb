package rollcall.scenarios.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.probe.Silence;
import rollcall.fixtures.traffic.Door;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

class EntranceScenarioTest {
  @Test
  void anAnswerThatDidNotComeInTimeMayBeOthersDoing() {
    assertThat(judged(new Door.Answer(0, "not answered within 10000 ms")))
        .allSatisfy(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.figures()).containsKey(Silence.FIGURE);
              assertThat(finding.evidence()).doesNotContain("HTTP 0");
            });
  }

  @Test
  void aWrongAnswerAndAClosedDoorAreNot() {
    Stream.of(
            new Door.Answer(504, "not answered within 10000 ms"),
            new Door.Answer(0, "java.net.ConnectException"))
        .flatMap(EntranceScenarioTest::judged)
        .forEach(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.figures()).doesNotContainKey(Silence.FIGURE);
            });
  }

  private static Stream<Finding> judged(Door.Answer answer) {
    return Stream.of(
        EntranceScenario.shakesHands(EntranceScenario.seen("the entrance", "", "", answer), answer),
        EntranceScenario.told("/health", JsonNodeFactory.instance.objectNode(), answer));
  }
}
