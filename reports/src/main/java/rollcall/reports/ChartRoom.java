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
  private static final int PAGE_MOST = 1_900_000;
  private static final int LEAST = 300_000;
  // What the page takes for each of them beside the drawings, as seen on large pages.
  private static final int OF_A_CELL = 2_000;
  private static final int OF_A_PROMISE = 1_800;
  private static final int OF_A_FIGURE = 1_200;

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
    int left = room(run);
    for (Candidate candidate : candidates) {
      if (left <= 0) {
        break;
      }
      List<Figure> figures = Drawn.of(candidate.measured());
      left -= figures.stream().mapToInt(one -> OF_A_FIGURE + one.svg().length()).sum();
      room.drawn.put(candidate.measured(), figures);
    }
    return room;
  }

  private static int room(RunRecord run) {
    int promises = run.cells().stream().mapToInt(cell -> cell.scenarios().size()).sum();
    return Math.max(LEAST, PAGE_MOST - OF_A_CELL * run.cells().size() - OF_A_PROMISE * promises);
  }

  Page.Shown shown(Measurement measured) {
    return new Page.Shown(measured, drawn.getOrDefault(measured, List.of()));
  }
}
