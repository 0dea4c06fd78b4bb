package rollcall.matrix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Nearest;
import rollcall.matrix.capacity.CapacityRun;
import rollcall.matrix.capacity.Demand;
import rollcall.matrix.capacity.Load;
import rollcall.matrix.capacity.Range;
import rollcall.matrix.capacity.Slo;
import rollcall.matrix.capacity.Subject;

/** {@code ./rollcall capacity}: how much a cluster carries while an objective holds. */
@Command(
    name = "capacity",
    header =
        "Finds how much a cluster carries while an objective holds; exit 0 GO, 1 NO-GO, 2 not"
            + " answered, 3 bad input.",
    footer = {
      "",
      "Example: ./rollcall capacity dartwing --slo 'p99 < 100ms, lost = 0' --require 1000/s",
      "         ./rollcall capacity dartwing --of clients --rate 100 --nodes 1,2,3"
    })
final class CapacityCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--of",
      defaultValue = "rate",
      paramLabel = "<what>",
      description = "What is raised: rate, clients or fan-out.")
  private String of = "rate";

  @Option(
      names = "--slo",
      defaultValue = Slo.USUAL,
      paramLabel = "<objectives>",
      description = "What has to hold, such as '" + Slo.USUAL + "'.")
  private String slo = Slo.USUAL;

  @Option(
      names = "--require",
      paramLabel = "<level>",
      description = "What has to be carried, such as 1000/s; decides between GO and NO-GO.")
  private @Nullable String require;

  @Option(
      names = "--nodes",
      split = ",",
      paramLabel = "<sizes>",
      description = "Sizes of the cluster to try, such as 1,2,3; else that of the system.")
  private List<Integer> nodes = new ArrayList<>();

  @Option(names = "--start", paramLabel = "<level>", description = "The lowest level to try.")
  private @Nullable Long start;

  @Option(names = "--stop", paramLabel = "<level>", description = "The highest level to try.")
  private @Nullable Long stop;

  @Option(
      names = "--rate",
      defaultValue = "200",
      paramLabel = "<number>",
      description = "Messages a second where something else is raised. Else: 200.")
  private int rate = 200;

  @Option(
      names = "--fan-out",
      defaultValue = "0",
      paramLabel = "<number>",
      description = "Receivers of each message; else the usual mix, 6.6 of them on average.")
  private int fanOut;

  @Option(
      names = "--searches",
      defaultValue = "2",
      paramLabel = "<number>",
      description = "How often it is searched; two that differ are noisy. Else: 2.")
  private int searches = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  CapacityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Subject subject =
        Subject.of(of)
            .orElseThrow(
                () ->
                    new BadInput(
                        "--of " + of, "cannot be raised" + Nearest.hint(of, Subject.all())));
    refuseNonsense();
    CapacityRun run = run(subject);
    Load load = new Load(subject, options.clients(), rate, fanOut, options.transport());
    return new CapacityPlaying(
            new LoadingRun(surroundings, options, new SameAgain(spec)),
            new CapacityPlaying.Asked(run, load, nodes))
        .play();
  }

  private CapacityRun run(Subject subject) {
    Optional<Demand> demand = Optional.ofNullable(require).map(text -> Demand.read(text, subject));
    long first =
        start != null
            ? start
            : switch (subject) {
              case RATE -> demand.map(one -> Math.max(50, one.level() / 4)).orElse(100L);
              case CLIENTS -> 100;
              case FAN_OUT -> 10;
            };
    long last =
        stop != null
            ? stop
            : switch (subject) {
              case RATE -> 50_000;
              case CLIENTS -> 15_000;
              case FAN_OUT -> 5_000;
            };
    return new CapacityRun(subject, Slo.read(slo), demand, new Range(first, last), rate, searches);
  }

  private void refuseNonsense() {
    List<String> problems = new ArrayList<>();
    within(problems, "--rate", rate, 1, 1_000_000);
    within(problems, "--clients", options.clients(), 1, 1_000_000);
    within(problems, "--fan-out", fanOut, 0, 1_000_000);
    within(problems, "--searches", searches, 1, 10);
    nodes.forEach(size -> within(problems, "--nodes", size, 1, 64));
    if (!problems.isEmpty()) {
      throw new BadInput("capacity", problems);
    }
  }

  private static void within(List<String> problems, String what, int value, int least, int most) {
    if (value < least || value > most) {
      problems.add("%s must be from %d to %d, not %d".formatted(what, least, most, value));
    }
  }
}
