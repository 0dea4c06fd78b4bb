package rollcall.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matrix as one takes it in at a glance, cells by promises; public inside, for the template
 * reads nothing else. Where that would be too wide, cells that play the same rows stand together.
 */
final class Grid {
  /** What fits on a page beside a cell's name. */
  private static final int WIDEST = 26;

  /** Cells that share their columns. */
  public record Table(List<Columns> columns, List<Line> lines) {
    /** Wider than a page, so that each cell lists what it has. */
    public boolean flows() {
      return columns.stream().mapToInt(Columns::size).sum() > WIDEST;
    }
  }

  /** What stands before the slash, and what behind it. */
  public record Columns(String row, List<String> scenarios) {
    public int size() {
      return scenarios.size();
    }
  }

  /** One cell; an empty list stands for a promise that is not in it. */
  public record Line(Page.Place place, List<List<Page.Promise>> tiles) {}

  private Grid() {}

  static List<Table> tables(List<Page.Place> places) {
    Table whole = table(places);
    if (!whole.flows()) {
      return List.of(whole);
    }
    Map<Set<String>, List<Page.Place>> alike = new LinkedHashMap<>();
    for (Page.Place place : places) {
      alike.computeIfAbsent(columns(List.of(place)).keySet(), rows -> new ArrayList<>()).add(place);
    }
    return alike.values().stream().map(Grid::table).toList();
  }

  private static Table table(List<Page.Place> places) {
    Map<String, Set<String>> columns = columns(places);
    List<String> ids = new ArrayList<>();
    columns.forEach((row, scenarios) -> scenarios.forEach(name -> ids.add(id(row, name))));
    return new Table(
        columns.entrySet().stream()
            .map(entry -> new Columns(entry.getKey(), List.copyOf(entry.getValue())))
            .toList(),
        places.stream().map(place -> line(place, ids)).toList());
  }

  private static Map<String, Set<String>> columns(Collection<Page.Place> places) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (Page.Place place : places) {
      for (Page.Promise promise : place.promises()) {
        String id = promise.result().id();
        int slash = id.indexOf('/');
        columns
            .computeIfAbsent(slash < 0 ? "" : id.substring(0, slash), row -> new LinkedHashSet<>())
            .add(id.substring(slash + 1));
      }
    }
    return columns;
  }

  private static Line line(Page.Place place, List<String> ids) {
    return new Line(
        place,
        ids.stream()
            .map(
                id ->
                    place.promises().stream()
                        .filter(promise -> promise.result().id().equals(id))
                        .toList())
            .toList());
  }

  private static String id(String row, String scenario) {
    return row.isEmpty() ? scenario : row + "/" + scenario;
  }
}
