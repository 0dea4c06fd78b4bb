package rollcall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which measurements of a run are drawn: first of what needs attention, then of what was loaded,
 * then of the rest, until the page would be too large to be mailed.
 */
final class ChartRoom {
  /** However long the rest of the page is, some of what went wrong is drawn. */
  private static final int CHARACTERS_LEAST = 300_000;

  /** What the page says around a figure, a key, and a value. */
  private static final int AROUND_FIGURE = 400;

  private static final int AROUND_KEY = 25;
  private static final int AROUND_VALUE = 9;

  private record Candidate(Measurement measured, int rank) {}

  private final IdentityHashMap<Measurement, List<Figure>> drawn = new IdentityHashMap<>();

  private ChartRoom() {}

  /** Where nothing is drawn. */
  static ChartRoom none() {
    return new ChartRoom();
  }

  /** For so many characters. */
  static ChartRoom of(RunRecord run, int characters) {
    List<Candidate> candidates = new ArrayList<>();
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        boolean wrong = Outcome.of(cell, scenario).needsAttention();
        for (Measurement measured : scenario.measurements()) {
          candidates.add(
              new Candidate(measured, wrong ? 0 : measured.percentiles().isEmpty() ? 2 : 1));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::rank));
    ChartRoom room = new ChartRoom();
    int left = Math.max(characters, CHARACTERS_LEAST);
    for (Candidate candidate : candidates) {
      if (left <= 0) {
        break;
      }
      List<Figure> figures = Drawn.of(candidate.measured());
      left -= figures.stream().mapToInt(ChartRoom::characters).sum();
      room.drawn.put(candidate.measured(), figures);
    }
    return room;
  }

  /** Whether there is nothing to draw. */
  boolean isEmpty() {
    return drawn.isEmpty();
  }

  private static int characters(Figure figure) {
    int keys =
        figure.keys().stream()
            .mapToInt(key -> key.drawn().length() + key.name().length() + AROUND_KEY)
            .sum();
    int values =
        figure.rows().stream()
            .flatMap(List::stream)
            .mapToInt(value -> value.length() + AROUND_VALUE)
            .sum();
    return figure.svg().length() + keys + values + AROUND_FIGURE;
  }

  Page.Shown shown(Measurement measured) {
    return new Page.Shown(measured, drawn.getOrDefault(measured, List.of()));
  }
}
