package rollcall.reports;

import java.time.Duration;
import java.util.List;

/**
 * What came of one cell of the matrix: one system in one topology on one provider.
 *
 * @param name the cell's name in the matrix, as {@code --only …@name} takes it
 * @param topology as it prints itself: {@code 3x redis-pubsub behind nginx-round-robin}
 * @param because why the cell was left out or not asked; empty when it was played
 * @param environment findings about the cell itself: did it start, did it stay up, did it heal
 * @param logTail last lines of the logs that matter when something went wrong, else empty
 */
public record CellResult(
    String name,
    String system,
    String topology,
    String provider,
    Standing standing,
    String because,
    List<Finding> environment,
    List<ScenarioResult> scenarios,
    Duration ready,
    Duration gone,
    List<String> logTail) {

  public CellResult {
    environment = List.copyOf(environment);
    scenarios = List.copyOf(scenarios);
    logTail = List.copyOf(logTail);
  }

  /** The worst of its environment and its scenarios; a played cell without either is UNKNOWN. */
  public Verdict verdict() {
    if (!standing.counts()) {
      return Verdict.PASS;
    }
    if (environment.isEmpty() && scenarios.stream().noneMatch(s -> s.standing().counts())) {
      return Verdict.UNKNOWN;
    }
    Verdict worst = environment.stream().map(Finding::verdict).reduce(Verdict.PASS, Verdict::and);
    return scenarios.stream().map(ScenarioResult::verdict).reduce(worst, Verdict::and);
  }
}
