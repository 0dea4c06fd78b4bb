package rollcall.matrix.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.DurationText;
import rollcall.fixtures.load.LoadPlan;

/** {@code ./rollcall load}: one load on one cluster, by Gatling. */
@Command(
    name = "load",
    header = "Puts a load on a cluster with Gatling, and tells whether everything arrived in time.",
    footer = {
      "",
      "Example: ./rollcall load dartwing --rate 1000 --clients 300 --for 10s",
      "         ./rollcall load dartwing --rate 2000 --for 60s --gatling-report"
    })
final class LoadCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "<number>",
      description = "Messages a second. Else: 1000.")
  private int rate = 1_000;

  @Option(
      names = "--for",
      defaultValue = "10s",
      paramLabel = "<time>",
      description = "How long it is timed, after 3s of warm-up. Else: 10s.")
  private String time = "10s";

  @Option(
      names = "--within",
      defaultValue = "100ms",
      paramLabel = "<time>",
      description = "What 99 of 100 deliveries have to arrive in. Else: 100ms.")
  private String within = "100ms";

  @Option(names = "--gatling-report", description = "Draws Gatling's own report too.")
  private boolean report;

  @Spec private CommandSpec spec = CommandSpec.create();

  LoadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LoadPlan usual =
        LoadPlan.of(options.clients(), rate, duration("--for", time)).over(options.transport());
    LoadPlan plan = report ? usual.withReport() : usual;
    Duration limit = duration("--within", within);
    LoadingRun run = new LoadingRun(surroundings, options, new SameAgain(spec));
    return new LoadPlaying(run, plan, limit).play();
  }

  private static Duration duration(String option, String text) {
    return DurationText.parse(text)
        .orElseThrow(() -> new BadInput(option + " " + text, "is no time; write 10s, 500ms or 2m"));
  }
}
