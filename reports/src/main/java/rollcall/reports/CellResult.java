package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;

/**
 * What came of one cell of the matrix: one system in one topology on one provider.
 *
 * @param because why the cell was left out or not asked; empty when it was played
 * @param environment findings about the cell itself: did it start, did it stay up, did it heal
 * @param rerun the command that plays this cell again
 */
public record CellResult(
    @JsonUnwrapped Place place,
    Standing standing,
    String because,
    List<Finding> environment,
    List<ScenarioResult> scenarios,
    @JsonUnwrapped Course course,
    String rerun) {

  public CellResult {
    environment = List.copyOf(environment);
    scenarios = List.copyOf(scenarios);
  }

  /** The same with these results of its scenarios. */
  public CellResult judged(List<ScenarioResult> anew) {
    return new CellResult(place, standing, because, environment, anew, course, rerun);
  }

  public String name() {
    return place.name();
  }

  public String system() {
    return place.system();
  }

  public String topology() {
    return place.topology();
  }

  public String provider() {
    return place.provider();
  }

  public Duration ready() {
    return course.ready();
  }

  public Duration gone() {
    return course.gone();
  }

  public List<String> logTail() {
    return course.logTail();
  }

  public List<String> logs() {
    return course.logs();
  }

  public List<PlayedFault> faults() {
    return course.faults();
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
