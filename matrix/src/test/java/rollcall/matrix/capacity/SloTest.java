package rollcall.matrix.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.fixtures.config.BadInput;

class SloTest {
  @Test
  void itIsReadAndToldInOneForm() {
    assertThat(Slo.read("p99<100ms,lost=0").toString()).isEqualTo(Slo.USUAL);
    assertThat(Slo.read("p99.9 <= 1s, repeated = 0, max < 2s").toString())
        .isEqualTo("p99.9 <= 1s, repeated = 0, max < 2s");
    assertThat(Slo.read("p99.9 <= 1s, max < 2s").highestPercentile())
        .isCloseTo(0.999, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p99 < 100 | such as 100ms",
        "p99 > 100ms | compare with <, <= or =",
        "p99 | compare with",
        "lst = 0 | did you mean lost?",
        "lost = none | number of deliveries",
        "lost = 0, lost = 1 | asked twice",
        "p99 < 0ms | such as 100ms",
        "p0 < 5ms | nothing is measured as p0",
        "p99 < 100ms, | missing",
        "'' | missing",
        "? | is no objective",
      })
  void whatCannotBeReadIsRefusedWithWhatToWrite(String text, String says) {
    assertThatThrownBy(() -> Slo.read(text))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(says);
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThatThrownBy(() -> Slo.read("p99 < 5, lots = 0"))
        .hasMessageContaining("such as 100ms")
        .hasMessageContaining("lots");
  }

  @ParameterizedTest
  @CsvSource({"0/s", "-5/s", "much", "1000/m", "99999999999/s"})
  void aDemandThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Demand.read(text, Subject.RATE)).hasMessageContaining("1000/s");
  }

  @Test
  void aDemandIsReadWithItsUnit() {
    assertThat(Demand.read("1,000/s", Subject.RATE).level()).isEqualTo(1_000);
    assertThat(Demand.read("300", Subject.CLIENTS).level()).isEqualTo(300);
    assertThatThrownBy(() -> Demand.read("300/s", Subject.CLIENTS)).hasMessageContaining("clients");
  }

  @ParameterizedTest
  @CsvSource({"0, 5, begins at 1", "10, 5, end at 5", "1, 99999999, nothing is tried"})
  void levelsThatAreNoneAreRefused(long first, long last, String says) {
    assertThatThrownBy(() -> new Range(first, last)).hasMessageContaining(says);
  }
}
