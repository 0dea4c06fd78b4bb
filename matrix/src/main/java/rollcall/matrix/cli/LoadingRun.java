package rollcall.matrix.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stop;
import rollcall.fixtures.means.Trial;
import rollcall.fixtures.provider.Providers;
import rollcall.reports.CellResult;
import rollcall.reports.Place;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.Setup;
import rollcall.reports.SignOff;
import rollcall.reports.Verdict;

/** One run of a verb that loads a system: its seed, its folder, what it tells, its results. */
final class LoadingRun {
  private final Surroundings surroundings;
  private final Settings settings;
  private final SystemUnderTest system;
  private final String name;
  private final String again;
  private final Seed seed;
  private final RunFolder folder;
  private final Instant started = Instant.now();
  private final Machine machine = Machine.look();
  private final Stop stop = new Stop();
  private final Stopping stopping = new Stopping(stop);
  private final List<String> lines = new ArrayList<>();

  /** Says its seed and makes its folder, once it is sure that the system can be loaded. */
  LoadingRun(Surroundings surroundings, LoadOptions options, SameAgain again) {
    this.surroundings = surroundings;
    this.settings = options.settings(surroundings);
    this.seed = settings.of(KnownSettings.SEED).map(Seed::new).orElseGet(Seed::fresh);
    SystemUnderTest read = SystemFile.read(surroundings.systems(), options.system());
    this.system = Bringing.server(settings).map(read::served).orElse(read);
    SystemFile.refuseDraft(system);
    this.name = again.spec().name() + "-" + system.name();
    this.again = again.with(seed);
    this.folder =
        RunFolder.create(
            surroundings.home().resolve(settings.of(KnownSettings.OUT)),
            started,
            name,
            seed.toString());
    surroundings.out().println("seed " + seed);
  }

  SystemUnderTest system() {
    return system;
  }

  Seed seed() {
    return seed;
  }

  RunFolder folder() {
    return folder;
  }

  String again() {
    return again;
  }

  Stop stop() {
    return stop;
  }

  /** What is done in it ends early when it is stopped. */
  Stopping stopping() {
    return stopping;
  }

  /** Where clusters come from; to be closed when the run ends. */
  Providers.Chosen provider() {
    Providers.Chosen chosen = Providers.choose(settings, surroundings.systems());
    chosen.scope().ifPresent(scope -> scope.beforeEnd(() -> Interruption.raise(stop)));
    tell("clusters from %s: %s".formatted(chosen.provider().name(), chosen.reason()));
    return chosen;
  }

  /** What it says of itself is asked before it is loaded. */
  static Cluster start(Providers.Chosen chosen, ClusterPlan plan) {
    Cluster cluster = chosen.provider().start(plan);
    try {
      return cluster.speaking(Trial.of(cluster).dialect());
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Whatever ends it, what was told until then is in its folder. */
  void tell(String line) {
    surroundings.out().println(line);
    lines.add(line);
    folder.keep("steps.txt", String.join("\n", lines) + "\n");
  }

  Place place(String cell, String topology, Providers.Chosen chosen) {
    return new Place(cell, system.name(), topology, chosen.provider().name());
  }

  /** As any run's: results and report, and the page to be signed where one is wanted. */
  Verdict conclude(Providers.Chosen chosen, List<CellResult> cells, SignOff matter) {
    Map<String, String> asRun = new LinkedHashMap<>();
    settings
        .outcomes()
        .forEach(one -> asRun.put(one.name(), "%s (%s)".formatted(one.value(), one.origin())));
    String provider = "%s: %s".formatted(chosen.provider().name(), chosen.reason());
    Setup setup =
        new Setup(name, seed.toString(), cells.size(), again, provider, machine.facts(), asRun);
    RunRecord record =
        RunRecord.of(setup, started, Duration.between(started, Instant.now()), cells)
            .unfinished(stop.raised().orElse(""));
    folder.write(record);
    if (settings.of(KnownSettings.SIGN_OFF)) {
      surroundings.out().println("sign-off: " + folder.signOff(matter));
    }
    return record.verdict();
  }

  void end(Object verdict, Path shown) {
    surroundings.out().println("%s  %s".formatted(verdict, shown));
  }
}
