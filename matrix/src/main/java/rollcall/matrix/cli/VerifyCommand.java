package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.config.BadInput;
import rollcall.reports.Checksums;
import rollcall.reports.ResultsException;

/** {@code ./rollcall verify}: whether a run's folder is as it was written. */
@Command(
    name = "verify",
    header = "Says whether a run's report is as it was written, and of one state; exit 0 or 1.",
    footer = {"", "Example: ./rollcall verify reports/runs/latest"})
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Parameters(paramLabel = "<folder>", description = "A run's folder.")
  private Path place = Path.of("");

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = surroundings.folder().resolve(place);
    List<String> wrong = wrong(folder);
    wrong.forEach(surroundings.out()::println);
    if (!wrong.isEmpty()) {
      surroundings
          .out()
          .printf("To fix: ./rollcall report %s renders all but results.json again%n", place);
      return ExitCode.FAIL.code();
    }
    surroundings
        .out()
        .printf("as it was written; results.json has sha256 %s%n", Checksums.ofResults(folder));
    return ExitCode.PASS.code();
  }

  private static List<String> wrong(Path folder) {
    try {
      return Checksums.wrong(folder);
    } catch (ResultsException e) {
      throw new BadInput("<folder> " + folder, String.valueOf(e.getMessage()));
    }
  }
}
