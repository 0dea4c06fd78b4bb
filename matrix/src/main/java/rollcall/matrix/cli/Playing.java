package rollcall.matrix.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stop;
import rollcall.fixtures.provider.Providers;
import rollcall.fixtures.provider.Sweep;
import rollcall.matrix.MatrixRunner;
import rollcall.matrix.Programme;
import rollcall.matrix.Rerun;
import rollcall.matrix.Run;
import rollcall.matrix.Story;
import rollcall.reports.ResultsException;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.Summary;

/** One run from its seed to its verdict. */
final class Playing {
  private final Surroundings surroundings;
  private final Settings settings;
  private final Programme programme;
  private final PlayOptions options;
  private final Instant started = Instant.now();
  private final Seed seed;

  Playing(Surroundings surroundings, Settings settings, Programme programme, PlayOptions options) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.programme = programme;
    this.options = options;
    this.seed = settings.of(KnownSettings.SEED).map(Seed::new).orElseGet(Seed::fresh);
  }

  int play() {
    Machine machine = Machine.look();
    Stop stop = new Stop();
    try (Interruption interruption = Interruption.raises(stop);
        Story story =
            new Story(surroundings.out(), surroundings.manner(settings.of(KnownSettings.QUIET)))) {
      story.conclude("seed " + seed);
      RunFolder folder = folder();
      try (LogFile logs = LogFile.open(folder.logs().resolve("rollcall.log"), story)) {
        RunRecord record = play(folder, story, stop, machine);
        folder.maskLogs();
        story.conclude(Summary.line(record, folder.page()));
        return record.verdict().exitCode();
      }
    }
  }

  private RunRecord play(RunFolder folder, Story story, Stop stop, Machine machine) {
    Sweep.Swept swept = Providers.sweep().sweep();
    if (!swept.removed().isEmpty()) {
      story.tell("removed what a killed run left: " + String.join(", ", swept.removed()));
    }
    try (Providers.Chosen chosen = Providers.choose(settings, surroundings.systems())) {
      story.tell("%s: %s".formatted(chosen.provider().name(), chosen.reason()));
      Run run = new Run(seed, chosen.provider(), folder, rerun(), story, stop);
      MatrixRunner.Terms terms =
          new MatrixRunner.Terms(
              settings.of(KnownSettings.MAX_TIME),
              settings.of(KnownSettings.FAIL_FAST),
              options.only(),
              chosen.provider().name() + ": " + chosen.reason(),
              machine.facts(),
              asRun());
      return new MatrixRunner(run, programme, terms, started).play();
    }
  }

  private RunFolder folder() {
    Settings.Outcome out = settings.outcome(KnownSettings.OUT);
    Path base = out.origin().equals("default") ? surroundings.home() : surroundings.folder();
    try {
      return RunFolder.create(
          base.resolve(out.value()), started, programme.matrix().name(), seed.toString());
    } catch (ResultsException e) {
      throw new BadInput("--out " + out.value(), String.valueOf(e.getMessage()));
    }
  }

  private Rerun rerun() {
    return new Rerun(options.matrix(), seed, Repeated.options(settings, options.system()));
  }

  private Map<String, String> asRun() {
    Map<String, String> asRun = new LinkedHashMap<>();
    List<Settings.Outcome> outcomes = settings.outcomes();
    outcomes.forEach(
        outcome ->
            asRun.put(outcome.name(), "%s (%s)".formatted(outcome.value(), outcome.origin())));
    return asRun;
  }
}
