package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Settings;
import rollcall.reports.PlayedFault;

/** {@code ./rollcall run}: plays a matrix and says what held. */
@Command(
    name = "run",
    header = "Plays a matrix and says what held; exit 0 pass, 1 fail, 2 not answered, 3 bad input.",
    footer = {
      "",
      "Example: ./rollcall run smoke --only cross-node/polling",
      "Stopped by Ctrl-C (130) or SIGTERM (143) the report holds what was seen until then."
    })
final class RunCommand implements Callable<Integer> {
  private static final Set<String> OWN_MATTER =
      Set.of(
          "--from",
          "--out",
          "--max-time",
          "--fail-fast",
          "--quiet",
          "--history",
          "--baseline",
          "--sign-off");

  private final Surroundings surroundings;

  @Mixin private PlayOptions play = new PlayOptions();

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      description = "Where each run writes its results into a folder of its own.")
  private @Nullable String out;

  @Option(
      names = "--max-time",
      paramLabel = "<duration>",
      description = "How long all may take, such as 30m; the rest counts as not answered.")
  private @Nullable String maxTime;

  @Option(names = "--fail-fast", description = "Stops at the first scenario that fails.")
  private boolean failFast;

  @Option(names = "--quiet", description = "Prints the seed and the verdict only.")
  private boolean quiet;

  @Option(
      names = "--known-failures",
      paramLabel = "<file>",
      description = "What is known to fail, and does not fail the run until its day.")
  private @Nullable String knownFailures;

  @Option(
      names = "--history",
      paramLabel = "<file>",
      description = "Where this run becomes a line. Else: history.jsonl beside the runs.")
  private @Nullable String history;

  @Option(
      names = "--baseline",
      paramLabel = "<run or name>",
      description =
          "Fails where a value got worse: than in the 'history' before, until a run of it, or in a"
              + " file of reports/baselines.")
  private @Nullable String baseline;

  @Option(names = "--sign-off", description = "Writes sign-off.html too, for print.")
  private boolean signOff;

  @Option(
      names = "--from",
      paramLabel = "<results.json>",
      description =
          "Plays that run again: same seed, cells, scenarios, settings, and same faults at the same"
              + " times.")
  private @Nullable Path from;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Map<String, List<PlayedFault>> faults = Map.of();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path earlier = from;
    return earlier == null ? play() : again(surroundings.folder().resolve(earlier));
  }

  /** What that run was given is given again; only how it is told and ended may differ. */
  private int again(Path earlier) {
    List<String> foreign =
        spec.commandLine().getParseResult().matchedArgs().stream()
            .map(
                argument ->
                    argument.isOption()
                        ? ((OptionSpec) argument).longestName()
                        : argument.paramLabel())
            .filter(name -> !OWN_MATTER.contains(name))
            .toList();
    if (!foreign.isEmpty()) {
      throw new BadInput(
          "--from " + earlier,
          "plays a run as it was: leave out %s".formatted(String.join(", ", foreign)));
    }
    Replay replay = Replay.of(earlier);
    RunCommand repeated = new RunCommand(surroundings);
    repeated.faults = replay.faults();
    List<String> more = new ArrayList<>();
    own()
        .forEach(
            (name, value) -> {
              if (value != null) {
                more.addAll(
                    value.equals(true)
                        ? List.of("--" + name)
                        : List.of("--" + name, value.toString()));
              }
            });
    new CommandLine(repeated).parseArgs(replay.with(more));
    return repeated.play();
  }

  private int play() {
    Settings settings =
        BadInput.with(
            () -> play.shared().settings(surroundings, own()), () -> play.programme(surroundings));
    return new Playing(surroundings, settings, play).repeating(faults).play();
  }

  private Map<String, @Nullable Object> own() {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("out", out);
    own.put("known-failures", knownFailures);
    own.put("max-time", maxTime);
    own.put("fail-fast", failFast ? true : null);
    own.put("quiet", quiet ? true : null);
    own.put("history", history);
    own.put("baseline", baseline);
    own.put("sign-off", signOff ? true : null);
    return own;
  }
}
