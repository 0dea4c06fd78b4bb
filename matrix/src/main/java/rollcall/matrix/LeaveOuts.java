package rollcall.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rollcall.fixtures.config.Keys;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.Value;

/** Which cells are left out, and why; a line that leaves nothing out is a mistake. */
final class LeaveOuts {
  private static final String CELL = "cell";

  private final List<CellDraft> drafts;
  private final List<String> axes;
  private final Map<String, String> because = new LinkedHashMap<>();

  LeaveOuts(List<CellDraft> drafts, List<String> axes) {
    this.drafts = drafts;
    this.axes = axes;
  }

  void read(Value line) {
    Keys keys = line.keys();
    String reason = keys.need("because").text();
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    keys.find(CELL).ifPresent(value -> wanted.put(CELL, values(CELL, value)));
    for (String axis : axes) {
      keys.find(axis).ifPresent(value -> wanted.put(axis, values(axis, value)));
    }
    if (wanted.isEmpty()) {
      keys.problem("must say which cells: by an axis such as nodes, or by cell");
      return;
    }
    List<CellDraft> matched = drafts.stream().filter(draft -> matches(draft, wanted)).toList();
    if (matched.isEmpty() && wanted.values().stream().noneMatch(List::isEmpty)) {
      keys.problem("leaves nothing out: no cell is " + wanted);
    }
    matched.forEach(draft -> because.putIfAbsent(draft.name(), reason));
  }

  /** Why this cell is left out; empty when it is played. */
  String because(CellDraft draft) {
    return because.getOrDefault(draft.name(), "");
  }

  private List<String> values(String key, Value value) {
    List<Value> wanted = value.isSingle() || value.isTable() ? List.of(value) : value.list();
    return wanted.stream().filter(item -> isThere(key, item)).map(Axes::coordinate).toList();
  }

  private boolean isThere(String key, Value value) {
    String wanted = Axes.coordinate(value);
    Set<String> there = new TreeSet<>();
    drafts.forEach(draft -> there.add(place(draft, key)));
    there.remove("");
    if (!there.contains(wanted)) {
      value.problem(
          key.equals(CELL)
              ? "there is no cell %s%s".formatted(wanted, Nearest.hint(wanted, there))
              : "%s is not on the axis %s%s".formatted(wanted, key, Nearest.hint(wanted, there)));
    }
    return there.contains(wanted);
  }

  private static boolean matches(CellDraft draft, Map<String, List<String>> wanted) {
    return wanted.entrySet().stream()
        .allMatch(criterion -> criterion.getValue().contains(place(draft, criterion.getKey())));
  }

  private static String place(CellDraft draft, String key) {
    return key.equals(CELL) ? draft.name() : draft.coordinates().getOrDefault(key, "");
  }
}
