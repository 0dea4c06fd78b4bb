package rollcall.liars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.fixtures.junit.Audience;
import rollcall.fixtures.junit.Scenario;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Verdict;

/** Everything that was found in one cell, whoever told it. */
final class Verdicts implements Audience {
  private static final List<String> EXCUSES =
      List.of(
          "others took",
          "the machine was",
          "our own clients' threads",
          "the publisher fell behind");

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public String rerun(Scenario scenario) {
    return scenario.id();
  }

  @Override
  public boolean awaitsMore() {
    return false;
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
    return evidence(probe, Verdict.FAIL).collect(Collectors.joining());
  }

  /** Why what this probe found wrong about time is no answer; empty where it found an answer. */
  Optional<String> excuse(String probe) {
    return against(probe).isEmpty()
        ? evidence(probe, Verdict.UNKNOWN)
            .filter(said -> EXCUSES.stream().anyMatch(said::contains))
            .findFirst()
        : Optional.empty();
  }

  private Stream<String> evidence(String probe, Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.probe().equals(probe) && finding.verdict() == verdict)
        .map(Finding::evidence);
  }
}
