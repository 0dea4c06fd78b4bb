package rollcall.matrix.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.DurationText;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.load.LoadRun;
import rollcall.fixtures.means.Trial;
import rollcall.fixtures.provider.Providers;
import rollcall.reports.Finding;
import rollcall.reports.RunFolder;
import rollcall.reports.Verdict;

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
  private static final double PERCENTILE = 99;
  private static final Duration OUR_LATENESS = Duration.ofMillis(25);

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      defaultValue = "dartwing",
      paramLabel = "<system>",
      description = "A folder of compose/, or a path to a system.yaml. Else: dartwing.")
  private String system = "dartwing";

  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "<number>",
      description = "Messages a second. Else: 1000.")
  private int rate = 1_000;

  @Option(
      names = "--clients",
      defaultValue = "300",
      paramLabel = "<number>",
      description = "Connected clients. Else: 300.")
  private int clients = 300;

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

  LoadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = shared.settings(surroundings, Map.of());
    LoadPlan usual = LoadPlan.of(clients, rate, duration("--for", time));
    LoadPlan plan = report ? usual.withReport() : usual;
    Duration limit = duration("--within", within);
    SystemUnderTest read = SystemFile.read(surroundings.systems(), system);
    SystemUnderTest served = Bringing.server(settings).map(read::served).orElse(read);
    SystemFile.refuseDraft(served);
    Seed seed = settings.of(KnownSettings.SEED).map(Seed::new).orElseGet(Seed::fresh);
    surroundings.out().println("seed " + seed);
    RunFolder folder =
        RunFolder.create(
            surroundings.home().resolve(settings.of(KnownSettings.OUT)),
            Instant.now(),
            "load-" + served.name(),
            seed.toString());
    try (Providers.Chosen chosen = Providers.choose(settings, surroundings.systems())) {
      surroundings
          .out()
          .println("clusters from %s: %s".formatted(chosen.provider().name(), chosen.reason()));
      ClusterPlan where =
          new ClusterPlan(
              served, served.topology(), Set.of(), Map.of(), folder.logs().resolve("load"));
      try (Cluster cluster = chosen.provider().start(where)) {
        return play(cluster.speaking(Trial.of(cluster).dialect()), plan, limit, seed);
      }
    }
  }

  private int play(Cluster cluster, LoadPlan plan, Duration limit, Seed seed) {
    LoadOutcome outcome =
        new LoadRun(cluster, seed.derive("load").label(), seed.value()).play(plan, "load");
    List<Finding> found = new LoadJudge(cluster, limit, PERCENTILE, OUR_LATENESS).judge(outcome);
    found.forEach(
        one ->
            surroundings
                .out()
                .println("%-8s %s: %s".formatted(one.verdict(), one.probe(), one.evidence())));
    Verdict verdict =
        found.stream().map(Finding::verdict).reduce(Verdict::and).orElse(Verdict.UNKNOWN);
    surroundings
        .out()
        .println("%s  %s  %s".formatted(verdict, outcome.measurement().title(), outcome.folder()));
    return verdict.exitCode();
  }

  private static Duration duration(String option, String text) {
    return DurationText.parse(text)
        .orElseThrow(() -> new BadInput(option + " " + text, "is no time; write 10s, 500ms or 2m"));
  }
}
