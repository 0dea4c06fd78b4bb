package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.provider.Kept;
import rollcall.fixtures.provider.Providers;
import rollcall.fixtures.provider.RunScope;

/** {@code ./rollcall up}: a cluster that stays. */
@Command(
    name = "up",
    header = "Starts a cluster and leaves it running; ./rollcall down ends it.",
    footer = {
      "",
      "Example: ./rollcall up dartwing --provider processes",
      "         ./rollcall up dartwing --node-image my/server:rc1"
    })
final class UpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      defaultValue = "dartwing",
      paramLabel = "<system>",
      description = "A folder of compose/, or a path to a system.yaml. Else: dartwing.")
  private String system = "dartwing";

  @Mixin private SharedOptions shared = new SharedOptions();

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = shared.settings(surroundings, Map.of());
    SystemUnderTest read = SystemFile.read(surroundings.systems(), system);
    SystemUnderTest found = Bringing.server(settings).map(read::served).orElse(read);
    SystemFile.refuseDraft(found);
    try (Providers.Chosen chosen = Providers.choose(settings, surroundings.systems())) {
      surroundings
          .out()
          .println("clusters from %s: %s".formatted(chosen.provider().name(), chosen.reason()));
      tell(keep(chosen, start(plan(found, chosen), chosen)));
    }
    return ExitCode.PASS.code();
  }

  /** What servers say that are taken away in the middle of their start is no news. */
  private static Cluster start(ClusterPlan plan, Providers.Chosen chosen) {
    AtomicBoolean stopped = new AtomicBoolean();
    chosen.scope().ifPresent(scope -> scope.beforeEnd(() -> stopped.set(true)));
    try {
      return chosen.provider().start(plan);
    } catch (EnvironmentException e) {
      throw stopped.get()
          ? EnvironmentException.because(
                  "the cluster was stopped while it started; nothing is left")
              .remedy("run it again", e)
          : e;
    }
  }

  private static ClusterPlan plan(SystemUnderTest system, Providers.Chosen chosen) {
    Path logs = chosen.scope().map(RunScope::folder).orElseGet(() -> Path.of("")).resolve("logs");
    return new ClusterPlan(system, system.topology(), Set.of(), Map.of(), logs);
  }

  private static Kept keep(Providers.Chosen chosen, Cluster cluster) {
    try {
      return chosen.keep(cluster);
    } catch (EnvironmentException e) {
      cluster.close();
      throw e;
    }
  }

  private void tell(Kept kept) {
    surroundings.out().println("%s: %s".formatted(kept.system(), kept.topology()));
    surroundings.out().println("entrance  " + kept.entrance());
    kept.nodes().forEach(node -> surroundings.out().println("node      " + node));
    kept.redis().forEach(redis -> surroundings.out().println("redis     " + redis));
    kept.companions()
        .forEach((name, address) -> surroundings.out().println("%-9s %s".formatted(name, address)));
    surroundings.out().println("logs      " + kept.logs());
    surroundings.out().println("stop it:  ./rollcall down " + kept.run());
  }
}
