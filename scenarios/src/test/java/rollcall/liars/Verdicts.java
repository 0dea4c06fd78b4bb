package rollcall.liars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rollcall.fixtures.junit.Audience;
import rollcall.fixtures.junit.Scenario;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Verdict;

/** Everything that was found in one cell, whoever told it. */
final class Verdicts implements Audience {
  private final List<Finding> findings = new ArrayList<>();

  @Override
  public String rerun(Scenario scenario) {
    return scenario.id();
  }

  @Override
  public void scenarioEnded(ScenarioResult result) {
    findings.addAll(result.findings());
  }

  @Override
  public void scenarioWorsened(String id, List<Finding> late) {
    findings.addAll(late);
  }

  @Override
  public void environment(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The evidence of what failed of this probe, one after another. */
  String failed(String probe) {
    return findings.stream()
        .filter(finding -> finding.probe().equals(probe) && finding.verdict() == Verdict.FAIL)
        .map(Finding::evidence)
        .reduce("", (one, other) -> one + other);
  }

  Optional<Verdict> worst() {
    return findings.stream().map(Finding::verdict).reduce(Verdict::and);
  }
}
