package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.Summary;

/** {@code ./rollcall report}: renders a run again. */
@Command(
    name = "report",
    header = "Renders every form of a run's report again, from its results.json alone.",
    footer = {"", "Example: ./rollcall report reports/runs/latest"})
final class ReportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Option(
      names = "--sign-off",
      description = "Writes sign-off.html too: what was asked, GO or NO-GO, what was not covered.")
  private boolean signOff;

  @Parameters(paramLabel = "<folder>", description = "A run's folder, or its results.json.")
  private Path place = Path.of("");

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path there = surroundings.folder().resolve(place);
    RunRecord run = Runs.read("<folder>", there);
    RunFolder folder = RunFolder.again(there, run);
    if (signOff) {
      surroundings.out().println(folder.signOff());
    }
    surroundings.out().println(Summary.line(run, folder.page()));
    return ExitCode.PASS.code();
  }
}
