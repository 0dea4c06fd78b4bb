package rollcall.matrix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.reports.Finding;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.history.History;
import rollcall.reports.history.Past;
import rollcall.reports.history.Shift;
import rollcall.reports.history.Trends;
import rollcall.reports.history.Yardstick;

/** A run beside those before it: its line in the history, its trends, its baseline. */
final class Chronicle {
  private static final String SLIDING = "history";
  private static final String FILE = "history.jsonl";
  private static final String RUNS = "reports/runs";

  private final Path file;
  private final Path baselines;
  private final Optional<String> baseline;

  private Chronicle(Path file, Path baselines, Optional<String> baseline) {
    this.file = file;
    this.baselines = baselines;
    this.baseline = baseline;
  }

  /**
   * As the settings say it.
   *
   * @param runs the folder of all runs
   * @throws BadInput where the baseline is none; a run need not be played to find that out
   */
  static Chronicle of(Surroundings surroundings, Settings settings, Path runs) {
    Path file =
        settings
            .of(KnownSettings.HISTORY)
            .map(surroundings.folder()::resolve)
            .orElse(runs.resolve(FILE));
    Path baselines = surroundings.home().resolve("reports/baselines");
    Chronicle chronicle = new Chronicle(file, baselines, settings.of(KnownSettings.BASELINE));
    chronicle.baseline.ifPresent(chronicle::check);
    return chronicle;
  }

  /** Where the history is when nobody says otherwise. */
  static Path file(Surroundings surroundings, @Nullable Path given) {
    return given == null
        ? surroundings.home().resolve(RUNS).resolve(FILE)
        : surroundings.folder().resolve(given);
  }

  private void check(String name) {
    boolean known =
        name.equals(SLIDING)
            || Files.exists(named(name))
            || History.read(file).named(name).isPresent();
    if (!known) {
      throw new BadInput(
          "baseline " + name,
          "is neither 'history', nor a file %s, nor a run in %s; copy a history to that file to name"
                  .formatted(named(name), file)
              + " a baseline");
    }
  }

  private Path named(String name) {
    return baselines.resolve(name + ".jsonl");
  }

  /** The run with its trends, and what got worse; it is a line of the history then. */
  RunRecord enter(RunFolder folder, RunRecord run) {
    Past now = Past.of(String.valueOf(folder.path().getFileName()), run);
    History history = History.read(file);
    List<Past> runs = new ArrayList<>(history.like(now));
    runs.add(now);
    List<Finding> findings = baseline.map(name -> against(name, runs).findings()).orElse(List.of());
    History.append(file, now);
    RunRecord beside = run.beside(findings, Trends.of(runs));
    return history.unreadable() == 0
        ? beside
        : beside.noting(
            List.of(
                "%d lines of the history %s could not be read and were left out"
                    .formatted(history.unreadable(), file)));
  }

  private Yardstick against(String name, List<Past> runs) {
    if (name.equals(SLIDING)) {
      return Yardstick.sliding("the runs before", runs);
    }
    Past now = runs.get(runs.size() - 1);
    if (Files.exists(named(name))) {
      List<Past> since = runs.subList(Math.max(0, runs.size() - Shift.RECENT), runs.size());
      return new Yardstick(name, History.read(named(name)).like(now), since);
    }
    int last = -1;
    for (int i = 0; i < runs.size(); i++) {
      last = runs.get(i).run().equals(name) ? i : last;
    }
    return new Yardstick(
        "the runs until " + name, runs.subList(0, last + 1), runs.subList(last + 1, runs.size()));
  }
}
