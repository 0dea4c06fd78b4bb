package rollcall.matrix.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
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
    Settings settings =
        BadInput.with(
            () -> play.shared().settings(surroundings, Map.of()),
            () -> play.programme(surroundings));
    Programme programme = play.programme(surroundings).served(Bringing.server(settings));
    Expectation expectation =
        Expectation.from(
            surroundings.home().resolve(settings.of(KnownSettings.OUT)), programme.matrix());
    new Plan(programme, expectation).lines().forEach(surroundings.out()::println);
    return ExitCode.PASS.code();
  }
}
