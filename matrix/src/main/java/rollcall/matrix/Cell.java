package rollcall.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.LinkPlace;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;

/**
 * One cell of a matrix.
 *
 * @param name unique in its matrix; what stands behind the {@code @} of {@code --only
 *     row/scenario@cell}
 * @param choices topologies in order of preference: the first whose balancers are to be had here is
 *     played
 * @param environment added to every node's environment
 * @param balancerIdle how long a balancer lets a connection be silent
 * @param scenarios which are played: {@code cross-node}, {@code cross-node/polling}
 * @param because why it is left out; empty when it is played
 */
public record Cell(
    String name,
    SystemUnderTest system,
    List<Topology> choices,
    Set<LinkPlace> links,
    Map<String, String> environment,
    Duration balancerIdle,
    List<String> scenarios,
    String because) {

  public Cell {
    choices = List.copyOf(choices);
    links = Set.copyOf(links);
    environment = Map.copyOf(environment);
    scenarios = List.copyOf(scenarios);
  }

  public boolean isLeftOut() {
    return !because.isEmpty();
  }

  /** What to bring up, on one of its topologies. */
  public ClusterPlan plan(Topology topology, Path logs) {
    return new ClusterPlan(system, topology, links, environment, balancerIdle, logs);
  }

  /** The same, on another system or its server. */
  Cell on(SystemUnderTest other) {
    return new Cell(name, other, choices, links, environment, balancerIdle, scenarios, because);
  }

  /** Left out where its server knows none of its topologies; else with those that it knows. */
  Cell asFarAsKnown() {
    Function<Topology, Optional<String>> missing = system.server().carriers()::missing;
    List<Topology> known =
        choices.stream().filter(choice -> missing.apply(choice).isEmpty()).toList();
    if (isLeftOut() || known.size() == choices.size()) {
      return this;
    }
    if (known.isEmpty()) {
      String why = missing.apply(choices.get(0)).orElseThrow();
      return leftOut(
          "the server of %s %s; its system.yaml may say what it knows"
              .formatted(system.name(), why));
    }
    return new Cell(name, system, known, links, environment, balancerIdle, scenarios, "");
  }

  private Cell leftOut(String why) {
    return new Cell(name, system, choices, links, environment, balancerIdle, scenarios, why);
  }
}
