package rollcall.reports;

import java.util.ArrayList;
import java.util.List;

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
      List<Shown> measurements) {
    /** What was found twice alike is told once. */
    public List<Finding> findings() {
      return result.findings().stream().distinct().toList();
    }
  }

  /** What was measured, and its charts; none where the page would grow too large. */
  public record Shown(Measurement measured, List<Figure> figures) {}

  private Page() {}

  static List<Place> places(RunRecord run, ChartRoom room) {
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
}
