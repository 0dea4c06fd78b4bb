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

  /** The worst of its findings; a promise that was asked and has no finding was not answered. */
  @JsonProperty
  public Verdict verdict() {
    if (!standing.counts()) {
      return Verdict.PASS;
    }
    return findings.stream().map(Finding::verdict).reduce(Verdict::and).orElse(Verdict.UNKNOWN);
  }
}
