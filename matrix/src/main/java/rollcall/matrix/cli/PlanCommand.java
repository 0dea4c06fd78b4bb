package rollcall.matrix.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Scenario;
import rollcall.matrix.Cell;
import rollcall.matrix.Programme;

/** {@code ./rollcall plan}: what a run would play; starts nothing. */
@Command(
    name = "plan",
    header = "Says which cells a run would play, which not and why, and how long; starts nothing.",
    footer = {"", "Example: ./rollcall plan nightly"})
final class PlanCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private PlayOptions play = new PlayOptions();

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = play.shared().settings(surroundings, Map.of());
    Programme programme = play.programme(surroundings);
    Expectation expectation =
        Expectation.from(surroundings.home().resolve(settings.of(KnownSettings.OUT)));
    Duration all = Duration.ZERO;
    for (Programme.Entry entry : programme.entries()) {
      all = all.plus(tell(entry, expectation));
    }
    long played = programme.entries().stream().filter(e -> !e.cell().isLeftOut()).count();
    surroundings
        .out()
        .println(
            "%s: %d cells, %d left out; about %s (%s)"
                .formatted(
                    programme.matrix().name(),
                    played,
                    programme.entries().size() - played,
                    Expectation.spoken(all),
                    expectation.source()));
    return ExitCode.PASS.code();
  }

  private Duration tell(Programme.Entry entry, Expectation expectation) {
    Cell cell = entry.cell();
    if (cell.isLeftOut()) {
      surroundings.out().println("left out  %s: %s".formatted(cell.name(), cell.because()));
      return Duration.ZERO;
    }
    Duration expected = expectation.of(entry);
    surroundings
        .out()
        .println(
            "play      %s on %s: %s  (%s)"
                .formatted(
                    cell.name(),
                    cell.system().name(),
                    cell.choices().stream()
                        .map(Topology::toString)
                        .collect(Collectors.joining(", else ")),
                    Expectation.spoken(expected)));
    entry.scenarios().forEach(scenario -> tell(scenario, cell));
    return expected;
  }

  private void tell(Scenario scenario, Cell cell) {
    List<Optional<Need>> lacking =
        cell.choices().stream().map(topology -> scenario.lacks(plan(cell, topology))).toList();
    boolean never = lacking.stream().allMatch(Optional::isPresent);
    String line =
        never
            ? "            - %s: %s"
                .formatted(scenario.id(), lacking.get(0).orElseThrow().because())
            : "            %s  %s".formatted(scenario.id(), scenario.title());
    surroundings.out().println(line);
  }

  private ClusterPlan plan(Cell cell, Topology topology) {
    return new ClusterPlan(
        cell.system(), topology, cell.links(), cell.environment(), surroundings.home());
  }
}
