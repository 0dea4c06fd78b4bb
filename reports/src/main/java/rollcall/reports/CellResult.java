package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one cell of the matrix: one system in one topology on one provider.
 *
 * @param name the cell's name in the matrix, as {@code --only …@name} takes it
 * @param topology as it prints itself: {@code 3x redis-pubsub behind nginx-round-robin}
 * @param because why the cell was left out or not asked; empty when it was played
 * @param environment findings about the cell itself: did it start, did it stay up, did it heal
 * @param ready from the first process started until the cluster was ready; zero when it never was
 * @param gone from the first process ended until nothing was left
 * @param logTail last lines of the logs that matter when something went wrong, else empty
 * @param logs files of the servers, relative to the run's folder: {@code logs/three/node-1.log}
 * @param rerun the command that plays this cell again
 * @param faults what was done to the cluster, in order
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
    List<String> logTail,
    List<String> logs,
    String rerun,
    List<PlayedFault> faults) {

  public CellResult {
    // Absent in what earlier versions wrote.
    faults = Optional.ofNullable(faults).map(List::copyOf).orElse(List.of());
    environment = List.copyOf(environment);
    scenarios = List.copyOf(scenarios);
    logTail = List.copyOf(logTail);
    logs = logs.stream().map(RelativeFile::checked).toList();
  }

  /** A cell in which nothing was done to the cluster. */
  public CellResult(
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
      List<String> logTail,
      List<String> logs,
      String rerun) {
    this(
        name,
        system,
        topology,
        provider,
        standing,
        because,
        environment,
        scenarios,
        ready,
        gone,
        logTail,
        logs,
        rerun,
        List.of());
  }

  /** The same, in which this was done to the cluster. */
  public CellResult with(List<PlayedFault> played) {
    return new CellResult(
        name,
        system,
        topology,
        provider,
        standing,
        because,
        environment,
        scenarios,
        ready,
        gone,
        logTail,
        logs,
        rerun,
        played);
  }

  /** The same with these results of its scenarios. */
  public CellResult judged(List<ScenarioResult> anew) {
    return new CellResult(
        name,
        system,
        topology,
        provider,
        standing,
        because,
        environment,
        anew,
        ready,
        gone,
        logTail,
        logs,
        rerun,
        faults);
  }

  /** The worst of its environment and its scenarios; a played cell without either is UNKNOWN. */
  @JsonProperty
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
