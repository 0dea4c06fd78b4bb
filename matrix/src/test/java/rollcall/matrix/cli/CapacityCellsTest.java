package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.Measurement;
import rollcall.reports.Place;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.Setup;
import rollcall.reports.Verdict;
import rollcall.reports.capacity.CapacityReport;
import rollcall.reports.capacity.CapacityStep;
import rollcall.reports.capacity.ClusterSize;

class CapacityCellsTest {
  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;

  @Test
  void theResultsAndTheReportHoldEveryStepAndTheKnee() throws IOException {
    RunFolder run = written("NO-GO");
    RunRecord read = ResultsJson.read(run.path());
    assertThat(read.verdict()).isEqualTo(Verdict.FAIL);
    Measurement measured = read.cells().get(0).scenarios().get(0).measurements().get(0);
    assertThat(measured.attachments()).contains("knee-3-nodes.svg", "capacity.md");
    assertThat(measured.spans())
        .extracting(Measurement.Span::name)
        .containsExactly("doubling at 500: held", "doubling at 1,000: broke, p99 was 140 ms");
    assertThat(Files.readString(run.page()))
        .contains("Carries 1,000/s while p99 &lt; 100ms", "the limit was node-2");
  }

  @Test
  void theSignedPageHasTheDecisionAndItsConditions() throws IOException {
    assertThat(Files.readString(written("NO-GO").path().resolve("sign-off.html")))
        .contains("1,000/s is carried while p99 &lt; 100ms", "NO-GO", "300 clients", "noisy");
    assertThat(Files.readString(written("GO").path().resolve("sign-off.html")))
        .doesNotContain("NO-GO");
  }

  private RunFolder written(String decision) {
    ClusterSize size =
        new ClusterSize(
            3,
            "3x redis-pubsub",
            decision,
            500,
            "500/s",
            "it holds up to 500/s; beyond it p99 was 140 ms; the limit was node-2",
            List.of("noisy: the searches differ"),
            List.of(step(500, "held", ""), step(1_000, "broke", "p99 was 140 ms")));
    CapacityReport report =
        new CapacityReport(
            "rate", "p99 < 100ms", "1,000/s", decision, List.of("300 clients"), List.of(size));
    RunFolder run = RunFolder.create(folder, STARTED, "capacity-dartwing", "7");
    CapacityCells cells = new CapacityCells(report, "./rollcall capacity dartwing --seed 7");
    Setup setup =
        new Setup("capacity-dartwing", "7", 1, cells.again(), "processes", Map.of(), Map.of());
    Place place = new Place("nodes-3", "dartwing", size.topology(), "processes");
    run.write(RunRecord.of(setup, STARTED, Duration.ofSeconds(10), List.of(cells.of(size, place))));
    run.signOff(cells.signOff());
    return run;
  }

  private static CapacityStep step(long level, String came, String because) {
    return new CapacityStep(
        1, "doubling", level, 5, came, because, 1, 140, 5 * level, 0, 0, Map.of("node-2", 0.9));
  }
}
