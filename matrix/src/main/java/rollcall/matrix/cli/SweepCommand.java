package rollcall.matrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.fixtures.provider.Providers;

/** {@code ./rollcall sweep}: removes what killed runs left. */
@Command(
    name = "sweep",
    header = "Removes what killed runs left behind; running and kept ones are not touched.",
    footer = {"", "Example: ./rollcall sweep"})
final class SweepCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  SweepCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Removal removal = new Removal(surroundings);
    removal.tell("swept", Providers.sweep().sweep());
    return removal.exitCode();
  }
}
