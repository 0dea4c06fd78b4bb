package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.reports.history.Comparison;
import rollcall.reports.history.History;
import rollcall.reports.history.Past;

/** {@code ./rollcall compare}: what differs between two runs. */
@Command(
    name = "compare",
    header = "Says what differs between two runs: verdicts, losses, recovery times, percentiles.",
    footer = {"", "Example: ./rollcall compare reports/runs/before reports/runs/latest"})
final class CompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Parameters(index = "0", paramLabel = "<A>", description = "A run's folder, or its name.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "<B>", description = "The one to compare with it.")
  private String now = "";

  @Option(
      names = "--history",
      paramLabel = "<file>",
      description = "Where runs are looked up by name. Else: reports/runs/history.jsonl.")
  private @Nullable Path file;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    History history = History.read(Chronicle.file(surroundings, file));
    Past old = Runs.past("<A>", before, surroundings.folder(), history);
    Past anew = Runs.past("<B>", now, surroundings.folder(), history);
    new Comparison(old, anew).lines().forEach(surroundings.out()::println);
    return ExitCode.PASS.code();
  }
}
