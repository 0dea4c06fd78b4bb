package rollcall.reports.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CapacityTextTest {
  private static final ClusterSize THREE =
      new ClusterSize(
          3,
          "3x redis-pubsub",
          "GO",
          1_000,
          "1,000/s",
          "beyond it p99 was 140.0 ms",
          List.of("others took 12 % | of <b>"),
          List.of(
              step("doubling", 500, "held", 4.5), step("bisection", 1_100, "broke", 140),
              step("confirmation", 1_000, "held", 20), step("doubling", 2_000, "unanswered", 9)));
  private static final CapacityReport REPORT =
      new CapacityReport(
          "rate", "p99 < 100ms", "1,000/s", "GO", List.of("300 clients"), List.of(THREE));

  @Test
  void everyStepIsInTheTable() {
    List<String> lines = CapacityText.of(REPORT);

    assertThat(lines.get(0)).isEqualTo("# Capacity by rate: GO");
    assertThat(lines).contains("| 3 | 1,000/s | GO | beyond it p99 was 140.0 ms |");
    assertThat(lines.stream().filter(line -> line.startsWith("| 1 |"))).hasSize(4);
    assertThat(lines).anyMatch(line -> line.contains("node-1 90 %, redis 20 %"));
    assertThat(lines).contains("* others took 12 % \\| of &lt;b>.");
  }

  @Test
  void theKneeIsAPictureOfEveryStep() throws Exception {
    String svg = KneeDrawing.of(REPORT, THREE);

    var page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(svg).contains("×").contains("□").contains("1,000/s");
  }

  private static CapacityStep step(String purpose, long level, String came, double p99) {
    return new CapacityStep(
        1,
        purpose,
        level,
        5,
        came,
        "",
        1,
        p99,
        6_000,
        0,
        0.02,
        Map.of("redis", 0.2, "node-1", 0.9));
  }
}
