package rollcall.matrix;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rollcall.fixtures.cluster.BroughtServer;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.Problems;
import rollcall.fixtures.junit.Scenario;
import rollcall.reports.PlayedFault;

/** Which scenarios will be played in which cells, in order. */
public record Programme(Matrix matrix, List<Entry> entries) {

  /**
   * One cell, and what is played in it.
   *
   * @param faults when its faults come, where it repeats another run
   */
  public record Entry(Cell cell, List<Scenario> scenarios, List<PlayedFault> faults) {
    public Entry {
      scenarios = List.copyOf(scenarios);
      faults = List.copyOf(faults);
    }

    Entry(Cell cell, List<Scenario> scenarios) {
      this(cell, scenarios, List.of());
    }
  }

  public Programme {
    entries = List.copyOf(entries);
  }

  /** The same with another limit for each cell. */
  public Programme within(Duration cellLimit) {
    return new Programme(
        new Matrix(matrix.name(), matrix.cells(), cellLimit, matrix.patience()), entries);
  }

  /** On this server instead of the systems' own; what a server does not know is left out. */
  public Programme served(Optional<BroughtServer> by) {
    List<Entry> served =
        entries.stream()
            .map(entry -> new Entry(served(entry.cell(), by), entry.scenarios(), entry.faults()))
            .toList();
    return new Programme(matrix, served);
  }

  private static Cell served(Cell cell, Optional<BroughtServer> by) {
    return by.map(server -> cell.on(cell.system().served(server))).orElse(cell).asFarAsKnown();
  }

  /**
   * With the faults that a run has played in each cell, at the same times.
   *
   * @throws rollcall.fixtures.config.BadInput where it has no such cell, or plays no such scenario
   *     in it
   */
  public Programme repeating(Map<String, List<PlayedFault>> byCell) {
    Problems problems = new Problems("what is to be repeated");
    byCell.forEach(
        (cell, faults) ->
            faults.stream()
                .filter(fault -> !plays(cell, fault))
                .forEach(
                    fault ->
                        problems.add(
                            "cell " + cell,
                            "there is no %s here any more, in which there was %s"
                                .formatted(fault.scenario(), fault.fault()))));
    problems.refuse();
    List<Entry> repeating =
        entries.stream()
            .map(
                entry ->
                    new Entry(
                        entry.cell(),
                        entry.scenarios(),
                        byCell.getOrDefault(entry.cell().name(), List.of())))
            .toList();
    return new Programme(matrix, repeating);
  }

  /** Those that will be started. */
  public Set<SystemUnderTest> systems() {
    return entries.stream()
        .map(Entry::cell)
        .filter(cell -> !cell.isLeftOut())
        .map(Cell::system)
        .collect(Collectors.toSet());
  }

  /**
   * Draws it up.
   *
   * @param only as written on the command line; empty for everything
   * @throws rollcall.fixtures.config.BadInput with everything that is named and does not exist
   */
  public static Programme of(Matrix matrix, Catalogue catalogue, List<String> only) {
    Problems problems = new Problems("matrix " + matrix.name());
    List<Only> wanted = only.stream().map(text -> Only.parse(text, problems)).toList();
    List<String> cells = matrix.cells().stream().map(Cell::name).toList();
    Collection<String> names = catalogue.names();
    matrix.cells().forEach(cell -> check(cell, names, problems));
    wanted.forEach(one -> one.check(names, cells, problems));
    problems.refuse();
    List<Entry> entries =
        matrix.cells().stream()
            .map(cell -> new Entry(cell, select(cell, catalogue, wanted)))
            .filter(entry -> wanted.isEmpty() || !entry.scenarios().isEmpty())
            .toList();
    for (Only one : wanted) {
      if (entries.stream().noneMatch(entry -> asks(one, entry))) {
        problems.add("--only " + one, "no cell of this matrix plays it");
      }
    }
    problems.refuse();
    return new Programme(matrix, entries);
  }

  private boolean plays(String cell, PlayedFault fault) {
    return entries.stream()
        .filter(entry -> entry.cell().name().equals(cell))
        .flatMap(entry -> entry.scenarios().stream())
        .anyMatch(scenario -> scenario.id().equals(fault.scenario()));
  }

  private static boolean asks(Only one, Entry entry) {
    return entry.scenarios().stream().anyMatch(scenario -> one.asksFor(entry.cell(), scenario));
  }

  private static List<Scenario> select(Cell cell, Catalogue catalogue, List<Only> wanted) {
    return catalogue.scenarios().stream()
        .filter(
            scenario ->
                cell.scenarios().isEmpty()
                    || cell.scenarios().stream().anyMatch(scenario::isNamedBy))
        .filter(
            scenario ->
                wanted.isEmpty() || wanted.stream().anyMatch(one -> one.asksFor(cell, scenario)))
        .toList();
  }

  private static void check(Cell cell, Collection<String> names, Problems problems) {
    for (String scenario : cell.scenarios()) {
      if (!names.contains(scenario)) {
        problems.add(
            "cell " + cell.name(),
            "there is no scenario %s%s".formatted(scenario, Nearest.hint(scenario, names)));
      }
    }
  }
}
