package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsJsonTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenReadsBackEqual() throws IOException {
    for (RunRecord run :
        List.of(Sample.everything(), Sample.green(), Sample.unfinished(), Sample.hostile())) {
      RunRecord published = Published.of(run);
      Path file = Files.writeString(folder.resolve("results.json"), render(published));

      assertThat(ResultsJson.read(file)).isEqualTo(published);
      assertThat(ResultsJson.read(folder)).isEqualTo(published);
      assertThat(ResultsJson.read(file).verdict()).isEqualTo(run.verdict());
    }
  }

  @Test
  void whatWasMeasuredReadsBackEqual() throws IOException {
    Measurement measured =
        new Measurement(
            "300 clients",
            List.of(
                new Measurement.Curve("all", 6_600, List.of(new Measurement.Point(99.9, 2_150)))),
            List.of(
                new Measurement.Series("lost", "per s", List.of(new Measurement.Point(1.5, 3)))),
            List.of(new Measurement.Span("Redis down", 2, 3.5)),
            List.of("logs/three/all.hlog"));
    ScenarioResult loaded =
        new ScenarioResult(
            "high-volume/ten-seconds",
            "x",
            Standing.ASKED,
            "",
            List.of(),
            Duration.ofSeconds(10),
            "./rollcall run x",
            List.of(measured));
    RunRecord run =
        Sample.run("x", 1, List.of(Cells.played("c", List.of(), List.of(loaded), List.of())));
    Files.writeString(folder.resolve("results.json"), render(run));

    assertThat(ResultsJson.read(folder)).isEqualTo(run);
  }

  @Test
  void figuresOfEveryKindReadBackEqual() throws IOException {
    Finding finding =
        Finding.pass("figures", "x")
            .with(
                Map.of(
                    "int",
                    1,
                    "long",
                    1L << 40,
                    "double",
                    0.1,
                    "whole",
                    2.0,
                    "float",
                    0.5f,
                    "not a number",
                    Double.NaN,
                    "time",
                    Duration.ofMillis(1500),
                    "true",
                    true))
            .with(Map.of("list", List.of(1, "two"), "nested", Map.of("b", 2, "a", List.of())));
    RunRecord run =
        Sample.run("x", 1, List.of(Cells.played("c", List.of(finding), List.of(), List.of())));
    Files.writeString(folder.resolve("results.json"), render(run));

    assertThat(ResultsJson.read(folder)).isEqualTo(run);
  }

  @Test
  void verdictsAndSchemaAreInTheFile() {
    assertThat(render(Sample.everything()))
        .contains("\"schema\" : 1", "\"verdict\" : \"FAIL\"", "\"unfinished\" : \"\"");
  }

  @Test
  void nothingThatReordersOrHidesTextStandsInTheFileAsItself() {
    assertThat(render(Published.of(Sample.hostile())))
        .contains("\\u202E", "\\u0000", "\\u001B", "\\u009B")
        .doesNotContainPattern(
            "[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  }

  @Test
  void aFileThatIsNoneIsRefusedWithARemedy() throws IOException {
    for (String text : List.of("", "garbage", "{}", "[]", "{\"schema\": 0}", "{\"schema\": 7}")) {
      Path file = Files.writeString(folder.resolve("results.json"), text);
      assertThatThrownBy(() -> ResultsJson.read(file))
          .as(text)
          .isInstanceOf(ResultsException.class)
          .hasMessageContaining("cannot read")
          .hasMessageContaining("To fix:");
    }
    assertThatThrownBy(() -> ResultsJson.read(folder.resolve("absent.json")))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("To fix:");
  }

  private static String render(RunRecord run) {
    return new ResultsJson().render(run);
  }
}
