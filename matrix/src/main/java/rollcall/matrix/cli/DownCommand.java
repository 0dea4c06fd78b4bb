package rollcall.matrix.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.provider.Kept;
import rollcall.fixtures.provider.Providers;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.Sweep;

/** {@code ./rollcall down}: ends what {@code up} left running. */
@Command(
    name = "down",
    header = "Ends the clusters that ./rollcall up left running, or one of them.",
    footer = {"", "Example: ./rollcall down"})
final class DownCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "<run>",
      description = "The one that up named so; else all of them.")
  private @Nullable String run;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> kept = RunRegistry.here().kept().stream().map(Kept::run).toList();
    String wanted = run;
    if (wanted != null && !kept.contains(wanted)) {
      throw new BadInput("down " + wanted, "no such cluster runs" + Nearest.hint(wanted, kept));
    }
    List<String> ended = wanted == null ? kept : List.of(wanted);
    Sweep sweep = Providers.sweep();
    Removal removal = new Removal(surroundings);
    ended.forEach(one -> removal.tell("ended " + one, sweep.end(one)));
    if (ended.isEmpty()) {
      surroundings.out().println("Nothing was left running.");
    }
    return removal.exitCode();
  }
}
