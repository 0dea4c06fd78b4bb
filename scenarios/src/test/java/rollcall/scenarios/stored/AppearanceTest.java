package rollcall.scenarios.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rollcall.reports.Verdict;
import rollcall.scenarios.stored.Appearance.Copy;
import rollcall.scenarios.stored.Appearance.Reader;

class AppearanceTest {
  private static final Copy ONE = new Copy("made", "1");
  private static final Copy OTHER = new Copy("changed", "2");

  @Test
  void eachOnceIsRight() {
    assertThat(verdict(stayed(ONE, OTHER), stayed(OTHER, ONE))).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsMissingTwiceOrAnotherEventIsWrong() {
    assertThat(verdict(stayed(ONE))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(stayed(ONE, OTHER, OTHER))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(stayed(ONE, new Copy("made", "2")))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatAClientMissedThatLostItsConnectionIsInDoubt() {
    assertThat(verdict(lost(ONE), stayed(ONE, OTHER))).isEqualTo(Verdict.PASS);
    assertThat(verdict(lost(ONE, ONE), stayed(ONE, OTHER))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(lost(), lost(ONE))).isEqualTo(Verdict.UNKNOWN);
  }

  private static Reader stayed(Copy... copies) {
    return new Reader("ann", true, List.of(copies));
  }

  private static Reader lost(Copy... copies) {
    return new Reader("bob", false, List.of(copies));
  }

  private static Verdict verdict(Reader... due) {
    return new Appearance(Map.of("made", 1L, "changed", 1L), List.of(due), Optional.empty())
        .finding()
        .verdict();
  }
}
