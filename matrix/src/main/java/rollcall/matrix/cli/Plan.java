package rollcall.matrix.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Scenario;
import rollcall.matrix.Cell;
import rollcall.matrix.Programme;

/** A programme as people read it: the cells, what is left out and why, the promises, the time. */
final class Plan {
  private final Programme programme;
  private final Expectation expectation;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Scenario> promises = new TreeMap<>();
  private final Map<String, List<String>> leftOut = new LinkedHashMap<>();
  private Duration whole = Duration.ZERO;
  private int played;

  Plan(Programme programme, Expectation expectation) {
    this.programme = programme;
    this.expectation = expectation;
  }

  List<String> lines() {
    programme.entries().forEach(this::tell);
    if (!leftOut.isEmpty()) {
      lines.add("");
      lines.add("left out:");
      leftOut.forEach(
          (because, cells) -> lines.add("  %s: %s".formatted(String.join(", ", cells), because)));
    }
    lines.add("");
    lines.add("what is asked:");
    promises.values().forEach(promise -> lines.add(legend(promise)));
    lines.add("");
    lines.add(
        "%s: %d %s to play, %d left out; about %s (%s)"
            .formatted(
                programme.matrix().name(),
                played,
                played == 1 ? "cell" : "cells",
                programme.entries().size() - played,
                Expectation.spoken(whole),
                expectation.source()));
    return List.copyOf(lines);
  }

  private void tell(Programme.Entry entry) {
    Cell cell = entry.cell();
    if (cell.isLeftOut()) {
      leftOut.computeIfAbsent(cell.because(), because -> new ArrayList<>()).add(cell.name());
      return;
    }
    List<Scenario> asked = new ArrayList<>();
    Map<String, List<Scenario>> skipped = new LinkedHashMap<>();
    for (Scenario scenario : entry.scenarios()) {
      lacking(scenario, cell)
          .ifPresentOrElse(
              need ->
                  skipped.computeIfAbsent(need.because(), key -> new ArrayList<>()).add(scenario),
              () -> asked.add(scenario));
    }
    Duration expected = expectation.of(cell, asked);
    whole = whole.plus(expected);
    played++;
    lines.add(
        "%s  %s, %s  (%s)"
            .formatted(
                cell.name(),
                cell.system().name(),
                topologies(cell.choices()),
                Expectation.spoken(expected)));
    lines.add("  asks " + (asked.isEmpty() ? "nothing" : ids(asked)));
    skipped.forEach((because, ones) -> lines.add("  not %s: %s".formatted(ids(ones), because)));
    asked.forEach(scenario -> promises.put(scenario.id(), scenario));
  }

  /** What no topology of the cell has. */
  private static Optional<Need> lacking(Scenario scenario, Cell cell) {
    List<Optional<Need>> lacking =
        cell.choices().stream()
            .map(topology -> scenario.lacks(cell.plan(topology, Path.of("unused"))))
            .toList();
    return lacking.stream().allMatch(Optional::isPresent) ? lacking.get(0) : Optional.empty();
  }

  private static String topologies(List<Topology> choices) {
    return choices.stream().map(Topology::toString).collect(Collectors.joining(", else "));
  }

  /** {@code cross-node/polling, cross-node/upgrade} as {@code cross-node/{polling, upgrade}}. */
  private static String ids(List<Scenario> scenarios) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      rows.computeIfAbsent(scenario.row(), row -> new ArrayList<>())
          .add(scenario.id().substring(scenario.row().length() + 1));
    }
    return rows.entrySet().stream()
        .map(
            row ->
                row.getValue().size() == 1
                    ? row.getKey() + "/" + row.getValue().get(0)
                    : "%s/{%s}".formatted(row.getKey(), String.join(", ", row.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String legend(Scenario promise) {
    return "  %s%s: %s"
        .formatted(promise.id(), promise.hazard().isPresent() ? " (hazard)" : "", promise.title());
  }
}
