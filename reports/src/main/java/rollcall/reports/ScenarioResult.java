package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of one promise in one cell.
 *
 * @param id row and scenario as {@code --only} takes them: {@code cross-node/polling}
 * @param title the promise in a sentence
 * @param because why it is a hazard, not asked or left out; empty when simply asked
 * @param rerun the command that shows it again
 * @param measurements what its charts show
 * @param log what the servers wrote while it was played, where it was not answered well
 */
public record ScenarioResult(
    String id,
    String title,
    Standing standing,
    String because,
    List<Finding> findings,
    Duration elapsed,
    String rerun,
    List<Measurement> measurements,
    List<String> log) {

  public ScenarioResult {
    findings = List.copyOf(findings);
    // Absent in what earlier versions wrote.
    measurements = Optional.ofNullable(measurements).map(List::copyOf).orElse(List.of());
    log = Optional.ofNullable(log).map(List::copyOf).orElse(List.of());
  }

  /** One of which no log was kept. */
  public ScenarioResult(
      String id,
      String title,
      Standing standing,
      String because,
      List<Finding> findings,
      Duration elapsed,
      String rerun,
      List<Measurement> measurements) {
    this(id, title, standing, because, findings, elapsed, rerun, measurements, List.of());
  }

  /** One in which nothing was measured. */
  public ScenarioResult(
      String id,
      String title,
      Standing standing,
      String because,
      List<Finding> findings,
      Duration elapsed,
      String rerun) {
    this(id, title, standing, because, findings, elapsed, rerun, List.of());
  }

  /** The same, known to fail for this reason. */
  public ScenarioResult known(String why) {
    return new ScenarioResult(
        id, title, Standing.KNOWN_FAILURE, why, findings, elapsed, rerun, measurements, log);
  }

  /** The same, with something to be said of it. */
  public ScenarioResult because(String why) {
    return new ScenarioResult(
        id, title, standing, why, findings, elapsed, rerun, measurements, log);
  }

  /** The same, of which this was found late. */
  public ScenarioResult worsened(List<Finding> late) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(late);
    return new ScenarioResult(id, title, standing, because, all, elapsed, rerun, measurements, log);
  }

  /** The same, with what the servers wrote meanwhile. */
  public ScenarioResult logged(List<String> lines) {
    return new ScenarioResult(
        id, title, standing, because, findings, elapsed, rerun, measurements, lines);
  }

  /**
   * The worst of its findings; a promise that was asked and has no finding was not answered. A
   * known failure excuses what failed, and nothing else.
   */
  @JsonProperty
  public Verdict verdict() {
    if (!standing.counts()) {
      return Verdict.PASS;
    }
    Verdict nothingLeft = isKnown() ? Verdict.PASS : Verdict.UNKNOWN;
    return findings.stream()
        .filter(this::counts)
        .map(Finding::verdict)
        .reduce(Verdict::and)
        .orElse(nothingLeft);
  }

  /** The findings that make its verdict what it is. */
  public List<Finding> deciding() {
    return findings.stream()
        .filter(finding -> counts(finding) && finding.verdict() == verdict())
        .toList();
  }

  private boolean counts(Finding finding) {
    return !isKnown() || (finding.verdict() != Verdict.FAIL && !finding.isForgone());
  }

  private boolean isKnown() {
    return standing == Standing.KNOWN_FAILURE;
  }
}
