package rollcall.matrix;

import java.time.LocalDate;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;

/**
 * A promise that is known to be broken.
 *
 * @param scenario row and scenario: {@code redis-failover/paused}
 * @param cell in which; empty for all
 * @param probe whose findings are known; empty for all
 * @param because why it is known and not mended yet
 * @param until the last day on which it does not fail a run
 */
record KnownFailure(String scenario, String cell, String probe, String because, LocalDate until) {

  boolean isAbout(String where, ScenarioResult what) {
    return scenario.equals(what.id()) && (cell.isEmpty() || cell.equals(where));
  }

  boolean explains(Finding finding) {
    return probe.isEmpty() || probe.equals(finding.probe());
  }

  boolean hasExpired(LocalDate today) {
    return today.isAfter(until);
  }

  @Override
  public String toString() {
    return scenario + (cell.isEmpty() ? "" : "@" + cell) + (probe.isEmpty() ? "" : " " + probe);
  }
}
