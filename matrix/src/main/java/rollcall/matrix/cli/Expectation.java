package rollcall.matrix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import rollcall.matrix.Programme;
import rollcall.reports.CellResult;
import rollcall.reports.ResultsException;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;

/** How long cells will take, by what the last run took, else by a stated guess. */
final class Expectation {
  private static final Duration START_AND_END = Duration.ofSeconds(5);
  private static final Duration SCENARIO = Duration.ofSeconds(2);

  private final Map<String, Duration> measured = new HashMap<>();
  private final String source;

  private Expectation(String source) {
    this.source = source;
  }

  /** By the latest run in this folder. */
  static Expectation from(Path runs) {
    Path latest = runs.resolve("latest").resolve("results.json");
    String guess =
        "guessed: %d s a cell and %d s a scenario; the latest run's times are taken once there is"
            + " one";
    Expectation guessed =
        new Expectation(guess.formatted(START_AND_END.toSeconds(), SCENARIO.toSeconds()));
    if (!Files.isRegularFile(latest)) {
      return guessed;
    }
    try {
      Expectation known = new Expectation("by the latest run");
      RunRecord run = ResultsJson.read(latest);
      run.cells().forEach(known::learn);
      return known;
    } catch (ResultsException e) {
      // A run of another version, or a file that somebody edited: a plan goes without it.
      return guessed;
    }
  }

  private void learn(CellResult cell) {
    measured.put(cell.name(), cell.ready().plus(cell.gone()));
    for (ScenarioResult scenario : cell.scenarios()) {
      measured.put(cell.name() + "/" + scenario.id(), scenario.elapsed());
    }
  }

  Duration of(Programme.Entry entry) {
    String cell = entry.cell().name();
    return entry.scenarios().stream()
        .map(scenario -> measured.getOrDefault(cell + "/" + scenario.id(), SCENARIO))
        .reduce(measured.getOrDefault(cell, START_AND_END), Duration::plus);
  }

  String source() {
    return source;
  }

  static String spoken(Duration time) {
    return time.toMinutes() < 2
        ? Math.max(1, time.toSeconds()) + " s"
        : time.plusSeconds(59).toMinutes() + " min";
  }
}
