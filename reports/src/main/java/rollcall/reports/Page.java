package rollcall.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run as the page shows it; public inside, for the template reads nothing else. */
final class Page {
  /** One cell with its promises. */
  public record Place(
      String anchor, CellResult cell, Outcome outcome, List<Promise> promises, boolean open) {
    public String counts() {
      return cell.standing().counts() ? Summary.of(cell) : outcome.words();
    }
  }

  /** One promise in one cell. */
  public record Promise(
      String anchor,
      ScenarioResult result,
      Outcome outcome,
      String because,
      List<Shown> measurements) {}

  /** What was measured, and its charts; none where the page would grow too large. */
  public record Shown(Measurement measured, List<Figure> figures) {
    private static final int AT_ONCE = 12;

    /** What is seen at once. */
    public List<Figure> first() {
      return figures.subList(0, Math.min(AT_ONCE, figures.size()));
    }

    /** What one has to ask for. */
    public List<Figure> more() {
      return figures.subList(first().size(), figures.size());
    }

    /** As the charts number them. */
    public List<String> phases() {
      return measured.series().isEmpty() ? List.of() : Drawn.phases(measured.spans());
    }
  }

  /** The columns of the grid: what stands before the slash, and what behind it. */
  public record Columns(String row, List<String> scenarios) {
    public int size() {
      return scenarios.size();
    }
  }

  /** One line of the grid; an empty list stands for a promise that is not in this cell. */
  public record Line(Place place, List<List<Promise>> tiles) {}

  private Page() {}

  static List<Place> places(RunRecord run) {
    ChartRoom room = ChartRoom.of(run);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < run.cells().size(); i++) {
      CellResult cell = run.cells().get(i);
      List<Promise> promises = new ArrayList<>();
      for (int j = 0; j < cell.scenarios().size(); j++) {
        ScenarioResult result = cell.scenarios().get(j);
        promises.add(
            new Promise(
                Anchor.promise(i, j),
                result,
                Outcome.of(cell, result),
                result.because().isEmpty() ? cell.because() : result.because(),
                result.measurements().stream().map(room::shown).toList()));
      }
      boolean open =
          Outcome.of(cell).needsAttention()
              || promises.stream().anyMatch(promise -> promise.outcome().needsAttention());
      places.add(new Place(Anchor.cell(i), cell, Outcome.of(cell), promises, open));
    }
    return places;
  }

  static List<Columns> columns(RunRecord run) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        int slash = scenario.id().indexOf('/');
        columns
            .computeIfAbsent(
                slash < 0 ? "" : scenario.id().substring(0, slash), row -> new LinkedHashSet<>())
            .add(scenario.id().substring(slash + 1));
      }
    }
    return columns.entrySet().stream()
        .map(entry -> new Columns(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  static List<Line> lines(List<Columns> columns, List<Place> places) {
    return places.stream()
        .map(
            place ->
                new Line(
                    place,
                    columns.stream()
                        .flatMap(row -> row.scenarios().stream().map(name -> id(row.row(), name)))
                        .map(id -> tile(place, id))
                        .toList()))
        .toList();
  }

  private static String id(String row, String scenario) {
    return row.isEmpty() ? scenario : row + "/" + scenario;
  }

  private static List<Promise> tile(Place place, String id) {
    return place.promises().stream().filter(p -> p.result().id().equals(id)).toList();
  }
}
