package rollcall.matrix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.provider.Providers;
import rollcall.matrix.capacity.Capacity;
import rollcall.matrix.capacity.CapacityAccount;
import rollcall.matrix.capacity.CapacityRun;
import rollcall.matrix.capacity.Decision;
import rollcall.matrix.capacity.Load;
import rollcall.matrix.capacity.LoadedTrial;
import rollcall.reports.capacity.CapacityReport;
import rollcall.reports.capacity.CapacityStep;
import rollcall.reports.capacity.ClusterSize;

/** One search for a capacity, size by size, to its answer. */
final class CapacityPlaying {
  private static final String GOING_ON = "the search was still going on when this was written";

  private final LoadingRun run;
  private final Asked asked;
  private final CapacityFiles files;
  private final List<ClusterSize> sizes = new ArrayList<>();
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

  CapacityPlaying(LoadingRun run, Asked asked) {
    this.run = run;
    this.asked = asked;
    this.files = new CapacityFiles(run.folder(), asked);
  }

  int play() {
    try (Interruption interruption = Interruption.raises(run.stop());
        Providers.Chosen chosen = run.provider()) {
      Topology usual = run.system().topology();
      List<Integer> nodes = asked.nodes().isEmpty() ? List.of(usual.nodes()) : asked.nodes();
      nodes.forEach(size -> search(resized(usual, size), chosen));
      CapacityReport report = files.report(sizes, decision);
      CapacityCells cells = new CapacityCells(report, run.again());
      run.conclude(
          chosen,
          sizes.stream()
              .map(size -> cells.of(size, run.place(name(size.nodes()), size.topology(), chosen)))
              .toList(),
          cells.signOff());
    }
    run.end(decision, files.text());
    return decision.verdict().exitCode();
  }

  private static String name(int nodes) {
    return "nodes-" + nodes;
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

  /** One size that does not start, or is stopped, is no answer; what others showed stays. */
  private void search(Topology topology, Providers.Chosen chosen) {
    if (run.stop().raised().isPresent()) {
      return;
    }
    run.tell(topology.toString());
    List<CapacityStep> steps = new ArrayList<>();
    try {
      answered(topology, searched(topology, chosen, steps));
    } catch (Stopping.Stopped | EnvironmentException e) {
      unanswered(
          topology, steps, run.stop().raised().orElseGet(() -> String.valueOf(e.getMessage())));
    }
    files.write(sizes, decision);
  }

  private void answered(Topology topology, Capacity capacity) {
    decision = worse(decision, capacity.decide(asked.run().demand()));
    ClusterSize size =
        CapacityAccount.of(capacity, topology, asked.run().subject(), asked.run().demand());
    sizes.add(size);
    run.tell("%s: %s".formatted(size.decision(), size.why()));
    size.reservations().forEach(one -> run.tell("  " + one));
  }

  private void unanswered(Topology topology, List<CapacityStep> steps, String why) {
    decision = worse(decision, Decision.UNKNOWN);
    sizes.add(CapacityAccount.unfinished(topology, steps, why));
    run.tell("UNKNOWN: " + why);
  }

  private Capacity searched(Topology topology, Providers.Chosen chosen, List<CapacityStep> steps) {
    String name = name(topology.nodes());
    ClusterPlan plan =
        new ClusterPlan(
            run.system(), topology, Set.of(), Map.of(), run.folder().logs().resolve(name));
    Seed seed = run.seed().derive(name);
    try (Cluster cluster = LoadingRun.start(chosen, plan)) {
      LoadedTrial trial = new LoadedTrial(cluster, seed, asked.load());
      return asked
          .run()
          .search(
              (level, length) -> run.stopping().during(() -> trial.at(level, length)),
              (line, step) -> {
                run.tell("  " + line);
                steps.add(step);
                List<ClusterSize> all = new ArrayList<>(sizes);
                all.add(CapacityAccount.unfinished(topology, steps, GOING_ON));
                files.write(all, Decision.UNKNOWN);
              });
    }
  }

  private static Decision worse(Decision one, Decision other) {
    return one.verdict().and(other.verdict()) == one.verdict() ? one : other;
  }
}
