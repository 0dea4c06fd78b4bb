package rollcall.reports;

import java.util.List;

/**
 * One thing of a run that somebody has to look at.
 *
 * @param title the promise, or what happened to the cluster
 * @param id as {@code --only} takes it; empty for a cluster
 * @param where the cell and its topology; empty when it concerns the run
 * @param anchor of its details on the page
 * @param findings those that are not PASS, most serious first
 * @param also where the same promise came to the same
 */
public record Concern(
    Outcome outcome,
    String title,
    String id,
    String where,
    String anchor,
    List<Finding> findings,
    Log log,
    String rerun,
    List<Concern> also) {

  /** What the servers wrote, and when that was. */
  public record Log(String when, List<String> lines) {
    static final Log NONE = new Log("", List.of());

    static Log ofCell(CellResult cell) {
      return new Log("before the cell ended", cell.logTail());
    }

    /** What was written while it was played says more than what was written last. */
    static Log of(CellResult cell, ScenarioResult scenario) {
      return scenario.log().isEmpty()
          ? ofCell(cell)
          : new Log("while it was played", scenario.log());
    }
  }

  Concern withoutLog() {
    return new Concern(outcome, title, id, where, anchor, findings, Log.NONE, rerun, also);
  }

  Concern and(List<Concern> others) {
    return new Concern(outcome, title, id, where, anchor, findings, log, rerun, others);
  }
}
