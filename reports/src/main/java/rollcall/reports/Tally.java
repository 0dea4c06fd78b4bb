package rollcall.reports;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often each outcome came up in a run: of promises, and of the clusters they were asked of.
 *
 * @param promises one for each promise of a cell that was played
 * @param clusters one for each cell
 * @param cells in how many of the played cells it came up; a cluster's own only where it needs
 *     attention
 */
record Tally(
    Map<Outcome, Integer> promises,
    Map<Outcome, Integer> clusters,
    Map<Outcome, Integer> cells,
    int played) {

  static Tally of(List<CellResult> results) {
    Map<Outcome, Integer> promises = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> clusters = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> cells = new EnumMap<>(Outcome.class);
    int played = 0;
    for (CellResult cell : results) {
      Outcome cluster = Outcome.of(cell);
      clusters.merge(cluster, 1, Integer::sum);
      if (!cell.standing().counts()) {
        continue;
      }
      played++;
      Set<Outcome> here = EnumSet.noneOf(Outcome.class);
      if (cluster.needsAttention()) {
        here.add(cluster);
      }
      for (ScenarioResult scenario : cell.scenarios()) {
        Outcome outcome = Outcome.of(cell, scenario);
        promises.merge(outcome, 1, Integer::sum);
        here.add(outcome);
      }
      here.forEach(outcome -> cells.merge(outcome, 1, Integer::sum));
    }
    return new Tally(promises, clusters, cells, played);
  }

  int promises(Outcome outcome) {
    return promises.getOrDefault(outcome, 0);
  }

  int clusters(Outcome outcome) {
    return clusters.getOrDefault(outcome, 0);
  }

  int cellsWith(Outcome outcome) {
    return cells.getOrDefault(outcome, 0);
  }

  /** Promises whose answer says something about the system; a hazard counts once it breaks. */
  int asked() {
    return promises(Outcome.HELD)
        + promises(Outcome.BROKEN)
        + promises(Outcome.NOT_ANSWERED)
        + promises(Outcome.KNOWN_FAILURE);
  }
}
