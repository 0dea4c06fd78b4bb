package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Setup;
import rollcall.reports.Standing;
import rollcall.reports.history.History;
import rollcall.reports.history.Past;

class ReportVerbsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aRunIsRenderedAgainFromItsResultsAlone() throws IOException {
    Path run = run("1", 3).path();
    Files.delete(run.resolve("report.html"));
    Files.delete(run.resolve("junit.xml"));

    assertThat(execute("verify", run.toString())).isEqualTo(1);
    assertThat(said(out)).contains("report.html is missing", "./rollcall report");
    assertThat(execute("report", run.toString(), "--sign-off")).isZero();
    assertThat(run.resolve("report.html")).exists();
    assertThat(run.resolve("sign-off.html")).exists();
    assertThat(execute("verify", run.toString())).isZero();
    assertThat(said(out)).contains("as it was written; results.json has sha256 ");
  }

  @Test
  void twoRunsAreComparedByFolderAndByName() {
    Path history = folder.resolve("history.jsonl");
    RunFolder before = run("1", 3);
    RunFolder now = run("2", 30);
    History.append(
        history,
        Past.of(
            String.valueOf(before.path().getFileName()),
            rollcall.reports.ResultsJson.read(before.path())));

    String name = String.valueOf(before.path().getFileName());
    assertThat(execute("compare", name, now.path().toString(), "--history", history.toString()))
        .isZero();
    assertThat(said(out)).contains("room/full@c: lost: 3.000, then 30.00 (+900 %, worse)");
    assertThat(execute("compare", "nowhere", name, "--history", history.toString())).isEqualTo(3);
    assertThat(said(err)).contains("no such folder");
  }

  @Test
  void aTrendSaysHowManyRunsThereAre() {
    Path history = folder.resolve("history.jsonl");
    assertThat(execute("trend", "--history", history.toString())).isEqualTo(2);
    for (int i = 0; i < 4; i++) {
      RunFolder run = run("t" + i, 3 + i);
      History.append(
          history,
          Past.of(
              String.valueOf(run.path().getFileName()),
              rollcall.reports.ResultsJson.read(run.path())));
    }
    assertThat(execute("trend", "--history", history.toString())).isZero();
    assertThat(said(out)).contains("4 runs of m", "room/full@c: lost", "too little: 1 of 8");
  }

  @Test
  void whatIsNoRunIsBadInput() {
    assertThat(execute("report", folder.toString())).isEqualTo(3);
    assertThat(execute("verify", folder.toString())).isEqualTo(3);
    assertThat(execute("run", "smoke", "--baseline", "nonsense", "--out", folder.toString()))
        .isEqualTo(3);
    assertThat(said(err)).contains("baseline nonsense", "copy a history");
    assertThat(folder).isEmptyDirectory();
  }

  private RunFolder run(String seed, int lost) {
    ScenarioResult result =
        new ScenarioResult(
            "room/full",
            "A room gets all",
            Standing.ASKED,
            "",
            List.of(Finding.pass("delivery", "all").with(Map.of("lost", lost))),
            Duration.ofSeconds(1),
            "again");
    CellResult cell =
        new CellResult(
            new Place("c", "s", "t", "processes"),
            Standing.ASKED,
            "",
            List.of(),
            List.of(result),
            Course.NONE,
            "again");
    Setup setup = new Setup("m", seed, 1, "again", "processes", Map.of(), Map.of());
    RunRecord run = RunRecord.of(setup, Instant.EPOCH, Duration.ofSeconds(2), List.of(cell));
    RunFolder written = RunFolder.create(folder.resolve("runs"), run.started(), "m", seed);
    written.write(run);
    return written;
  }

  private int execute(String... words) {
    Surroundings surroundings =
        new Surroundings(
            Path.of("..").toAbsolutePath().normalize(),
            folder,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Rollcall.in(surroundings).execute(words);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
