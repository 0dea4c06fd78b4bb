package rollcall.matrix.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.provider.Providers;
import rollcall.matrix.capacity.Capacity;
import rollcall.matrix.capacity.CapacityAccount;
import rollcall.matrix.capacity.CapacityRun;
import rollcall.matrix.capacity.Decision;
import rollcall.matrix.capacity.Load;
import rollcall.matrix.capacity.LoadedTrial;
import rollcall.reports.RunFolder;
import rollcall.reports.capacity.CapacityReport;
import rollcall.reports.capacity.CapacityText;
import rollcall.reports.capacity.ClusterSize;
import rollcall.reports.capacity.KneeDrawing;

/** One search for a capacity, from its seed to its answer. */
final class CapacityPlaying {
  private final Surroundings surroundings;
  private final Settings settings;
  private final Asked asked;
  private final Seed seed;
  private final List<ClusterSize> sizes = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Decision decision = Decision.GO;

  /**
   * What is searched for.
   *
   * @param nodes sizes of the cluster; empty for that of the system
   */
  record Asked(CapacityRun run, Load load, List<Integer> nodes) {
    Asked {
      nodes = List.copyOf(nodes);
    }
  }

  CapacityPlaying(Surroundings surroundings, Settings settings, Asked asked) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.asked = asked;
    this.seed = settings.of(KnownSettings.SEED).map(Seed::new).orElseGet(Seed::fresh);
  }

  int play(String name) {
    surroundings.out().println("seed " + seed);
    SystemUnderTest read = SystemFile.read(surroundings.systems(), name);
    SystemUnderTest system = Bringing.server(settings).map(read::served).orElse(read);
    SystemFile.refuseDraft(system);
    RunFolder folder =
        RunFolder.create(
            surroundings.home().resolve(settings.of(KnownSettings.OUT)),
            Instant.now(),
            "capacity-" + system.name(),
            seed.toString());
    try (Providers.Chosen chosen = Providers.choose(settings, surroundings.systems())) {
      tell("clusters from %s: %s".formatted(chosen.provider().name(), chosen.reason()), folder);
      List<Integer> nodes =
          asked.nodes().isEmpty() ? List.of(system.topology().nodes()) : asked.nodes();
      nodes.forEach(size -> search(resized(system.topology(), size), system, chosen, folder));
    }
    surroundings.out().println("%s  %s".formatted(decision, folder.path().resolve("capacity.md")));
    return decision.verdict().exitCode();
  }

  private static Topology resized(Topology topology, int nodes) {
    return new Topology(
        nodes,
        topology.workers(),
        topology.adapter(),
        topology.client(),
        topology.redis(),
        topology.balancers());
  }

  private void search(
      Topology topology, SystemUnderTest system, Providers.Chosen chosen, RunFolder folder) {
    tell(topology.toString(), folder);
    ClusterPlan plan =
        new ClusterPlan(
            system,
            topology,
            Set.of(),
            Map.of(),
            folder.logs().resolve("nodes-" + topology.nodes()));
    try (Cluster cluster = chosen.provider().start(plan)) {
      LoadedTrial trial =
          new LoadedTrial(cluster, seed.derive("nodes-" + topology.nodes()), asked.load());
      Capacity capacity = asked.run().search(trial, line -> tell("  " + line, folder));
      decision = worse(decision, capacity.decide(asked.run().demand()));
      ClusterSize size =
          CapacityAccount.of(capacity, topology, asked.run().subject(), asked.run().demand());
      sizes.add(size);
      tell("%s: %s".formatted(size.decision(), size.why()), folder);
      size.reservations().forEach(one -> tell("  " + one, folder));
      write(folder);
    }
  }

  private static Decision worse(Decision one, Decision other) {
    return one.verdict().and(other.verdict()) == one.verdict() ? one : other;
  }

  /** Whatever ends the search, what was seen until then is there. */
  private void tell(String line, RunFolder folder) {
    surroundings.out().println(line);
    lines.add(line);
    folder.keep("steps.txt", String.join("\n", lines) + "\n");
  }

  private void write(RunFolder folder) {
    CapacityReport report = report();
    folder.keep("capacity.md", String.join("\n", CapacityText.of(report)) + "\n");
    sizes.forEach(
        size ->
            folder.keep("knee-%d-nodes.svg".formatted(size.nodes()), KneeDrawing.of(report, size)));
    try {
      folder.keep(
          "capacity.json",
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always JSON", e);
    }
  }

  private CapacityReport report() {
    List<String> conditions = new ArrayList<>(asked.load().conditions());
    conditions.add(
        "the nodes, Redis, the balancer and the load share %d cores"
            .formatted(Runtime.getRuntime().availableProcessors()));
    return new CapacityReport(
        asked.run().subject().written(),
        asked.run().slo().toString(),
        asked.run().demand().map(one -> asked.run().subject().spoken(one.level())).orElse(""),
        decision.toString(),
        conditions,
        sizes);
  }
}
