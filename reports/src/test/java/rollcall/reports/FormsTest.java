package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms that other tools read. */
class FormsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @TempDir Path root;

  @Test
  void prometheusTakesTheMetricsOfEveryRun() throws Exception {
    assumeTrue(
        Files.isExecutable(PROMTOOL) || System.getenv("CI") != null, "there is no promtool here");
    for (RunRecord run :
        List.of(
            Sample.everything(),
            Sample.unfinished(),
            Published.of(Sample.hostile()),
            Sample.loaded(2),
            Sample.run("nothing", 0, List.of()))) {
      assertThat(complaints(new Prometheus().render(run))).as(run.matrix()).isEmpty();
    }
    assertThat(complaints("rollcall_x{a=\"b\" 1\n")).isNotEmpty();
  }

  @Test
  void theMetricsHoldWhatTheResultsHold() {
    assertThat(new Prometheus().render(Sample.everything()))
        .contains(
            "rollcall_run_verdict{matrix=\"everything\",verdict=\"fail\"} 1",
            "rollcall_promises{matrix=\"everything\",outcome=\"broken\"} 1",
            "rollcall_deliveries{matrix=\"everything\",cell=\"three-nodes-nginx\",promise=\"cross-node/websocket\",kind=\"repeated\"}"
                + " 24000");
  }

  @Test
  void hdrHistogramsOwnToolsFindEveryLatencyAgain() throws Exception {
    Histogram micros = new Histogram(3);
    for (int i = 1; i <= 1000; i++) {
      micros.recordValue(i * 10L);
    }
    RunRecord run = run(Measurement.Curve.of("node-1, fast", micros));
    Path file = Files.writeString(root.resolve("latency.hlog"), new LatencyLog().render(run));

    List<Histogram> read = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      while (reader.hasNext()) {
        read.add((Histogram) reader.nextIntervalHistogram());
      }
    }
    assertThat(read).singleElement().isEqualTo(micros);
    assertThat(read.get(0).getTag()).isEqualTo("high-volume/x@c:node-1_fast");
    assertThat(new LatencyLog().render(Sample.everything())).isEmpty();

    Path percentiles = root.resolve("percentiles");
    HistogramLogProcessor tool =
        new HistogramLogProcessor(
            new String[] {
              "-i", file.toString(), "-o", percentiles.toString(), "-tag", read.get(0).getTag()
            });
    tool.start();
    tool.join();
    assertThat(root.resolve("percentiles.hgrm")).content().contains("Total count", "1000");
  }

  @Test
  void aCurveOfAHistogramTellsItsPercentiles() {
    Histogram micros = new Histogram(3);
    for (int i = 1; i <= 100_000; i++) {
      micros.recordValue(i);
    }
    Measurement.Curve curve = Measurement.Curve.of("all", micros);

    assertThat(curve.points()).hasSizeLessThanOrEqualTo(Measurement.POINTS_MOST);
    assertThat(curve.at(99)).contains((double) micros.getValueAtPercentile(99));
    assertThat(curve.at(99.99)).contains((double) micros.getValueAtPercentile(99.99));
    assertThat(curve.at(100)).contains((double) micros.getMaxValue());
    assertThat(Measurement.Curve.of("none", new Histogram(3)).points()).isEmpty();
  }

  private static RunRecord run(Measurement.Curve curve) {
    Measurement measured = new Measurement("m", List.of(curve), List.of(), List.of(), List.of());
    ScenarioResult result =
        Promises.measured(Promises.of("high-volume/x", "x", Standing.ASKED), measured);
    CellResult cell = Cells.played("c", List.of(), List.of(result), List.of());
    return Sample.run("m", 1, List.of(cell));
  }

  private String complaints(String text) throws Exception {
    Path file = Files.writeString(root.resolve("metrics.prom"), text);
    Process promtool =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            promtool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(promtool.waitFor(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS)).isTrue();
    return promtool.exitValue() == 0 ? said : "exit " + promtool.exitValue() + ": " + said;
  }
}
