package rollcall.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Scenario;

/** The page {@code docs/systems/README.md}: every system by every promise, none forgotten. */
final class SystemsPage {
  private static final Path COMPOSE = Path.of("..", "compose");
  private static final Path OURS = Path.of("");
  private static final String NOT_PLAYED = "no matrix of the system plays it";

  private final List<SystemUnderTest> systems =
      SystemFile.known(COMPOSE).stream()
          .sorted()
          .map(name -> SystemFile.read(COMPOSE, name))
          .toList();
  private final Map<String, List<Matrix>> matrices = new LinkedHashMap<>();
  private final List<String> becauses = new ArrayList<>();

  SystemsPage() {
    systems.forEach(system -> matrices.put(system.name(), matricesOf(system)));
  }

  String markdown() {
    String rows =
        Catalogue.below("rollcall.scenarios").scenarios().stream()
            .map(this::row)
            .collect(Collectors.joining("\n"));
    List<String> names = systems.stream().map(SystemUnderTest::name).toList();
    return """
        # The systems, and what is checked of each

        This page is generated from the code, the systems and their matrices; a test compares them.

        A cell names the matrices that check the promise, or by its number why it is left out or not asked.
        What servers turn out not to have, such as `/metrics`, is in the report of a run.

        | promise | %s |
        | --- |%s
        %s

        %s
        """
        .formatted(
            names.stream().map("[%s](%<s.md)"::formatted).collect(Collectors.joining(" | ")),
            " --- |".repeat(names.size()),
            rows,
            numbered());
  }

  private String numbered() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < becauses.size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(becauses.get(i));
    }
    return lines.toString();
  }

  private String row(Scenario scenario) {
    return systems.stream()
        .map(system -> cell(system, scenario))
        .collect(Collectors.joining(" | ", "| `%s` | ".formatted(scenario.id()), " |"));
  }

  private String cell(SystemUnderTest system, Scenario scenario) {
    List<Matrix> own = matrices.getOrDefault(system.name(), List.of());
    String checking =
        own.stream()
            .filter(
                matrix -> plans(matrix, scenario).anyMatch(plan -> scenario.lacks(plan).isEmpty()))
            .map(Matrix::name)
            .collect(Collectors.joining(", "));
    if (!checking.isEmpty()) {
      return checking;
    }
    ClusterPlan usual =
        new ClusterPlan(system, system.topology(), Set.of(), Map.of(), Path.of("logs"));
    return number(
        own.stream()
            .flatMap(matrix -> plans(matrix, scenario))
            .findFirst()
            .or(() -> Optional.of(usual))
            .flatMap(scenario::lacks)
            .map(Need::because)
            .orElse(NOT_PLAYED));
  }

  private String number(String because) {
    if (!becauses.contains(because)) {
      becauses.add(because);
    }
    return "(%d)".formatted(becauses.indexOf(because) + 1);
  }

  /** Of the cells that play it. */
  private static Stream<ClusterPlan> plans(Matrix matrix, Scenario scenario) {
    return matrix.cells().stream()
        .filter(cell -> !cell.isLeftOut())
        .filter(
            cell ->
                cell.scenarios().isEmpty()
                    || cell.scenarios().stream().anyMatch(scenario::isNamedBy))
        .map(cell -> cell.plan(cell.choices().get(0), Path.of("logs")));
  }

  private static List<Matrix> matricesOf(SystemUnderTest system) {
    Path own = system.folder().resolve("matrix");
    boolean ours = !Files.isDirectory(own);
    MatrixFile reading = new MatrixFile(OURS, COMPOSE, Set.of());
    try (Stream<Path> files = Files.list(ours ? Path.of(".") : own)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          // The shortest first.
          .sorted(
              Comparator.comparing((Path file) -> !file.endsWith("smoke.yaml"))
                  .thenComparing(Path::toString))
          .map(file -> reading.read(file.toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
