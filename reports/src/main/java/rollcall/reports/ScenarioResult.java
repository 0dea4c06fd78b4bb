package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;

/**
 * What came of one promise in one cell.
 *
 * @param id row and scenario as {@code --only} takes them: {@code cross-node/polling}
 * @param title the promise in a sentence
 * @param because why it is a hazard, not asked or left out; empty when simply asked
 * @param rerun the command that shows it again
 */
public record ScenarioResult(
    String id,
    String title,
    Standing standing,
    String because,
    List<Finding> findings,
    Duration elapsed,
    String rerun) {

  public ScenarioResult {
    findings = List.copyOf(findings);
  }

  /** The same, known to fail for this reason. */
  public ScenarioResult known(String why) {
    return new ScenarioResult(id, title, Standing.KNOWN_FAILURE, why, findings, elapsed, rerun);
  }

  /** The same, with something to be said of it. */
  public ScenarioResult because(String why) {
    return new ScenarioResult(id, title, standing, why, findings, elapsed, rerun);
  }

  /** The worst of its findings; a promise that was asked and has no finding was not answered. */
  @JsonProperty
  public Verdict verdict() {
    if (!standing.counts() || standing == Standing.KNOWN_FAILURE) {
      return Verdict.PASS;
    }
    return findings.stream().map(Finding::verdict).reduce(Verdict::and).orElse(Verdict.UNKNOWN);
  }
}
