package rollcall.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.LinkPlace;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.cluster.TopologyReader;
import rollcall.fixtures.config.Form;
import rollcall.fixtures.config.Keys;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.Value;

/**
 * Builds cells from what was said of each, of the whole matrix, and of its system, in this order.
 */
final class CellReader {
  private static final Form<Duration> IDLE =
      Form.duration(Duration.ofSeconds(1), ClusterPlan.PATIENT_BALANCER);

  private final Path compose;
  private final Set<String> rows;
  private final Optional<SystemUnderTest> instead;
  private final Optional<Path> beside;
  private final Map<String, Optional<SystemUnderTest>> systems = new HashMap<>();

  /**
   * @param instead of the system that a cell names
   * @param beside the folder of the system that the matrix is a part of, which it may name too
   */
  CellReader(
      Path compose, Set<String> rows, Optional<SystemUnderTest> instead, Optional<Path> beside) {
    this.compose = compose;
    this.rows = rows;
    this.instead = instead;
    this.beside = beside;
  }

  /** Empty where there is no such system, which is noted. */
  Optional<Cell> read(CellDraft draft, Keys matrix, String because) {
    Function<String, Optional<Value>> find =
        key -> draft.find().apply(key).or(() -> matrix.find(key));
    Map<String, String> environment = new TreeMap<>();
    matrix.find("environment").ifPresent(value -> environment.putAll(value.textEntries()));
    draft.find().apply("environment").ifPresent(value -> environment.putAll(value.textEntries()));
    List<String> scenarios =
        find.apply("scenarios").or(() -> Optional.of(matrix.need("scenarios"))).stream()
            .flatMap(value -> scenarios(value).stream())
            .toList();
    Set<LinkPlace> links = links(find);
    Duration idle =
        find.apply("balancer-idle")
            .map(value -> value.as(IDLE))
            .orElse(ClusterPlan.PATIENT_BALANCER);
    Optional<SystemUnderTest> named =
        find.apply("system").or(() -> Optional.of(matrix.need("system"))).flatMap(this::system);
    Optional<SystemUnderTest> system = instead.or(() -> named);
    List<Topology> choices =
        TopologyReader.choices(
            find, system.map(SystemUnderTest::topology).orElse(TopologyReader.BARE));
    return system.map(
        found ->
            new Cell(draft.name(), found, choices, links, environment, idle, scenarios, because));
  }

  private Optional<SystemUnderTest> system(Value value) {
    String name = value.text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return systems.computeIfAbsent(
        name,
        unread -> {
          if (beside.filter(folder -> folder.endsWith(name)).isPresent()) {
            return beside.map(folder -> SystemFile.read(compose, folder.toString()));
          }
          List<String> known = SystemFile.known(compose);
          if (name.contains("/") || known.contains(name)) {
            return Optional.of(SystemFile.read(compose, name));
          }
          value.problem("there is no system %s%s".formatted(name, Nearest.hint(name, known)));
          return Optional.empty();
        });
  }

  private List<String> scenarios(Value value) {
    List<Value> named = value.list();
    if (named.isEmpty()) {
      value.problem("must name at least one scenario");
    }
    for (Value scenario : named) {
      String row = scenario.text().replaceAll("/.*", "");
      if (!rows.isEmpty() && !rows.contains(row)) {
        scenario.problem("there is no scenario %s%s".formatted(row, Nearest.hint(row, rows)));
      }
    }
    return value.texts();
  }

  private static Set<LinkPlace> links(Function<String, Optional<Value>> find) {
    Set<LinkPlace> links = EnumSet.noneOf(LinkPlace.class);
    find.apply("links")
        .ifPresent(value -> value.list().forEach(item -> links.add(item.choice(LinkPlace.class))));
    return links;
  }
}
