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
  static final int CHARACTERS_MOST = 1_300_000;

  private record Candidate(Measurement measured, int rank) {}

  private final IdentityHashMap<Measurement, List<Figure>> drawn = new IdentityHashMap<>();

  private ChartRoom() {}

  static ChartRoom of(RunRecord run) {
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
    int left = CHARACTERS_MOST;
    for (Candidate candidate : candidates) {
      if (left <= 0) {
        break;
      }
      List<Figure> figures = Drawn.of(candidate.measured());
      left -= figures.stream().mapToInt(figure -> figure.svg().length()).sum();
      room.drawn.put(candidate.measured(), figures);
    }
    return room;
  }

  Page.Shown shown(Measurement measured) {
    return new Page.Shown(measured, drawn.getOrDefault(measured, List.of()));
  }
}
