package rollcall.matrix.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stop;
import rollcall.fixtures.provider.Providers;
import rollcall.fixtures.provider.Sweep;
import rollcall.matrix.KnownFailures;
import rollcall.matrix.MatrixRunner;
import rollcall.matrix.Programme;
import rollcall.matrix.Rerun;
import rollcall.matrix.Run;
import rollcall.matrix.Story;
import rollcall.reports.PlayedFault;
import rollcall.reports.ResultsException;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.Summary;
import rollcall.reports.Verdict;

/** One run from its seed to its verdict. */
final class Playing {
  private final Surroundings surroundings;
  private final Settings settings;
  private final PlayOptions options;
  private final Instant started = Instant.now();
  private final Seed seed;
  private Map<String, List<PlayedFault>> faults = Map.of();

  Playing(Surroundings surroundings, Settings settings, PlayOptions options) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.options = options;
    this.seed = settings.of(KnownSettings.SEED).map(Seed::new).orElseGet(Seed::fresh);
  }

  /** With the faults of an earlier run, at the same times. */
  Playing repeating(Map<String, List<PlayedFault>> earlier) {
    faults = earlier;
    return this;
  }

  int play() {
    Stop stop = new Stop();
    try (Interruption interruption = Interruption.raises(stop);
        Story story =
            new Story(surroundings.out(), surroundings.manner(settings.of(KnownSettings.QUIET)))) {
      return play(story, stop);
    }
  }

  private int play(Story story, Stop stop) {
    Programme programme =
        limited(options.programme(surroundings).served(Bringing.server(settings)))
            .repeating(faults);
    programme.systems().forEach(SystemFile::refuseDraft);
    KnownFailures known = known();
    Machine machine = Machine.look();
    Chronicle chronicle = Chronicle.of(surroundings, settings, runs());
    RunFolder folder = folder(programme);
    folder.keep("matrix.yaml", options.source(surroundings));
    story.announce("seed " + seed);
    try (LogFile logs = LogFile.open(folder.logs().resolve("rollcall.log"), story)) {
      removeLeftovers(story);
      Providers.Chosen chosen = Providers.choose(settings, surroundings.systems());
      RunRecord record;
      try {
        String provider = "%s: %s".formatted(chosen.provider().name(), chosen.reason());
        chosen.scope().ifPresent(scope -> scope.beforeEnd(() -> Interruption.raise(stop)));
        story.tell("clusters from " + provider);
        Run run = new Run(seed, chosen.provider(), folder, rerun(), story, stop);
        record =
            new MatrixRunner(run, programme, terms(provider, machine), started)
                .knowing(known)
                .play();
      } finally {
        leave(chosen, story);
      }
      folder.maskLogs();
      record = beside(chronicle, folder, record, story);
      story.conclude(record.verdict(), Summary.line(record, folder.page()));
      return record.verdict().exitCode();
    }
  }

  private RunRecord beside(Chronicle chronicle, RunFolder folder, RunRecord played, Story story) {
    RunRecord record = chronicle.enter(folder, played);
    folder.write(record);
    record.compared().stream()
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .forEach(finding -> story.tell("baseline: " + finding.evidence()));
    appendToStepSummary(folder);
    if (settings.of(KnownSettings.SIGN_OFF)) {
      story.announce("sign-off: " + folder.signOff());
    }
    return record;
  }

  /** GitHub shows what stands in the file that this variable names. */
  private void appendToStepSummary(RunFolder folder) {
    String summary = surroundings.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!summary.isEmpty()) {
      folder.appendSummaryTo(surroundings.folder().resolve(summary));
    }
  }

  private KnownFailures known() {
    return settings
        .of(KnownSettings.KNOWN_FAILURES)
        .map(
            file ->
                KnownFailures.read(
                    surroundings.folder().resolve(file),
                    PlayOptions.scenarios(),
                    LocalDate.now(ZoneOffset.UTC)))
        .orElseGet(KnownFailures::none);
  }

  /** What was measured is told all the same; the cell that could not end its cluster is UNKNOWN. */
  private static void leave(Providers.Chosen chosen, Story story) {
    try {
      chosen.close();
    } catch (EnvironmentException e) {
      story.announce("still there: " + e.getMessage());
    }
  }

  private Programme limited(Programme programme) {
    return settings.of(KnownSettings.CELL_LIMIT).map(programme::within).orElse(programme);
  }

  private static void removeLeftovers(Story story) {
    Sweep.Swept swept = Providers.sweep().sweep();
    if (!swept.removed().isEmpty()) {
      story.tell("removed what a killed run left: " + String.join(", ", swept.removed()));
    }
  }

  private MatrixRunner.Terms terms(String provider, Machine machine) {
    return new MatrixRunner.Terms(
        settings.of(KnownSettings.MAX_TIME),
        settings.of(KnownSettings.FAIL_FAST),
        options.only(),
        provider,
        machine.facts(),
        asRun());
  }

  private Path runs() {
    Settings.Outcome out = settings.outcome(KnownSettings.OUT);
    Path base = out.origin().equals("default") ? surroundings.home() : surroundings.folder();
    return base.resolve(out.value());
  }

  private RunFolder folder(Programme programme) {
    Settings.Outcome out = settings.outcome(KnownSettings.OUT);
    try {
      return RunFolder.create(runs(), started, programme.matrix().name(), seed.toString());
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
