package rollcall.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rollcall.fixtures.config.Keys;
import rollcall.fixtures.config.Value;

/** The product of all axes: one cell for each combination, none forgotten. */
final class Axes {
  static final int CELLS_MAX = 500;
  private static final int CANDIDATES_MAX = 5_000;

  private final Value source;
  private final Map<String, List<Value>> axes = new LinkedHashMap<>();

  /** Reads the axes in the order in which their names are known. */
  Axes(Value source, List<String> names) {
    this.source = source;
    Keys keys = source.keys();
    for (String name : names) {
      keys.find(name)
          .ifPresent(
              axis -> {
                List<Value> values = axis.list();
                if (values.isEmpty()) {
                  axis.problem("must have at least one value");
                }
                axes.put(name, values);
              });
    }
  }

  List<CellDraft> product() {
    return product(CELLS_MAX);
  }

  /** Every combination, of which few are to become cells. */
  List<CellDraft> candidates() {
    if (axes.size() == 1) {
      source.problem("must have at least two axes, so that there are pairs");
    }
    return product(CANDIDATES_MAX);
  }

  private List<CellDraft> product(int most) {
    long count = 1;
    for (List<Value> axis : axes.values()) {
      count = Math.min(count * axis.size(), Integer.MAX_VALUE);
    }
    if (axes.isEmpty() || count > most) {
      source.problem(
          axes.isEmpty()
              ? "must have at least one axis, such as nodes: [1, 3]"
              : "make %d cells, more than %d; split the matrix".formatted(count, most));
      return List.of();
    }
    List<Map<String, Value>> combinations = List.of(Map.of());
    for (var axis : axes.entrySet()) {
      combinations = crossed(combinations, axis.getKey(), axis.getValue());
    }
    return combinations.stream().map(this::draft).toList();
  }

  private static List<Map<String, Value>> crossed(
      List<Map<String, Value>> combinations, String axis, List<Value> values) {
    List<Map<String, Value>> crossed = new ArrayList<>();
    for (Map<String, Value> combination : combinations) {
      for (Value value : values) {
        Map<String, Value> longer = new LinkedHashMap<>(combination);
        longer.put(axis, value);
        crossed.add(longer);
      }
    }
    return crossed;
  }

  private CellDraft draft(Map<String, Value> combination) {
    Map<String, String> coordinates = new LinkedHashMap<>();
    combination.forEach((axis, value) -> coordinates.put(axis, coordinate(value)));
    return new CellDraft(
        String.join("-", coordinates.values()),
        source,
        coordinates,
        key -> Optional.ofNullable(combination.get(key)));
  }

  /** {@code 3}, {@code haproxy-cookie}, {@code a+b} for a chain, {@code a-or-b} for first-of. */
  static String coordinate(Value value) {
    if (value.isTable()) {
      return value.entries().values().stream()
          .flatMap(choices -> choices.list().stream())
          .map(Axes::coordinate)
          .collect(Collectors.joining("-or-"));
    }
    return value.isSingle()
        ? value.json().asText()
        : value.list().stream().map(Axes::coordinate).collect(Collectors.joining("+"));
  }
}
