package rollcall.liars;

import java.util.ArrayList;
import java.util.List;
import rollcall.fixtures.junit.Audience;
import rollcall.fixtures.junit.Scenario;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Verdict;

/** Everything that was found in one cell, whoever told it. */
final class Verdicts implements Audience {
  private static final List<String> EXCUSES =
      List.of("others took", "our own clients' threads", "the publisher fell behind");

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

  /** The evidence of what this probe found wrong, one after another. */
  String against(String probe) {
    return findings.stream()
        .filter(finding -> finding.probe().equals(probe) && isWrong(finding))
        .map(Finding::evidence)
        .reduce("", (one, other) -> one + other);
  }

  /** What is found about time is no answer while others keep the machine busy; it is said so. */
  private static boolean isWrong(Finding finding) {
    return finding.verdict() == Verdict.FAIL
        || (finding.verdict() == Verdict.UNKNOWN
            && EXCUSES.stream().anyMatch(finding.evidence()::contains));
  }
}
