package rollcall.matrix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rollcall.fixtures.junit.Scenario;
import rollcall.matrix.Cell;
import rollcall.matrix.Matrix;
import rollcall.reports.CellResult;
import rollcall.reports.ResultsException;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;

/** How long cells will take, by what the last run of the matrix took, else by a stated guess. */
final class Expectation {
  private static final Duration START_AND_END = Duration.ofSeconds(5);
  private static final Duration SCENARIO = Duration.ofSeconds(2);

  private final Map<String, Duration> measured = new HashMap<>();
  private boolean measuredAny;
  private boolean guessedAny;

  private Expectation() {}

  /** By the latest run in this folder, if it was one of this matrix. */
  static Expectation from(Path runs, Matrix matrix) {
    Expectation expectation = new Expectation();
    Path latest = runs.resolve("latest").resolve("results.json");
    if (!Files.isRegularFile(latest)) {
      return expectation;
    }
    try {
      RunRecord run = ResultsJson.read(latest);
      if (run.matrix().equals(matrix.name())) {
        run.cells().forEach(expectation::learn);
      }
      return expectation;
    } catch (ResultsException e) {
      // A run of another version, or a file that somebody edited: a plan goes without it.
      return new Expectation();
    }
  }

  private void learn(CellResult cell) {
    if (cell.ready().isZero()) {
      return;
    }
    measured.put(cell.name(), cell.ready().plus(cell.gone()));
    for (ScenarioResult scenario : cell.scenarios()) {
      if (scenario.standing().counts()) {
        measured.put(cell.name() + "/" + scenario.id(), scenario.elapsed());
      }
    }
  }

  /** Of a cell with these scenarios. */
  Duration of(Cell cell, List<Scenario> scenarios) {
    return Stream.concat(
            Stream.of(known(cell.name(), START_AND_END)),
            scenarios.stream().map(one -> known(cell.name() + "/" + one.id(), SCENARIO)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration known(String what, Duration guess) {
    Duration known = measured.get(what);
    measuredAny |= known != null;
    guessedAny |= known == null;
    return known == null ? guess : known;
  }

  /** Where the times come from that were asked for. */
  String source() {
    if (!guessedAny) {
      return "by its latest run";
    }
    String guess =
        "guessed: %d s a cell and %d s a scenario"
            .formatted(START_AND_END.toSeconds(), SCENARIO.toSeconds());
    return measuredAny ? "by its latest run, where that has it; else " + guess : guess;
  }

  static String spoken(Duration time) {
    return time.toMinutes() < 2
        ? Math.max(1, time.toSeconds()) + " s"
        : time.plusSeconds(59).toMinutes() + " min";
  }
}
