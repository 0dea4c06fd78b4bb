package rollcall.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A cell in the words of JUnit: what is skipped, an error, a failure, and what it says. */
record JUnitSuite(String name, List<Case> cases) {
  /** One promise, or the cluster it was asked of. */
  record Case(String name, Outcome outcome, String message, String text, Duration time) {
    /** Of JUnit's format; empty where the case passed. */
    String element() {
      return switch (outcome) {
        case BROKEN -> "failure";
        case NOT_ANSWERED, HAZARD_UNSEEN -> "error";
        case NOT_ASKED, LEFT_OUT, KNOWN_FAILURE -> "skipped";
        case HELD, HAZARD_SHOWN -> "";
      };
    }
  }

  static List<JUnitSuite> of(RunRecord run) {
    List<JUnitSuite> suites = new ArrayList<>();
    for (CellResult cell : run.cells()) {
      List<Case> cases = new ArrayList<>();
      cases.add(cluster(cell));
      cell.scenarios().forEach(scenario -> cases.add(promise(cell, scenario)));
      suites.add(new JUnitSuite(cell.name(), cases));
    }
    if (!run.finished() || run.cells().isEmpty()) {
      String why =
          run.finished()
              ? "the run asked nothing"
              : Summary.unfinished(run) + " " + run.unfinished();
      suites.add(
          new JUnitSuite(
              "the run itself",
              List.of(
                  new Case(
                      "The run plays every cell that it planned",
                      Outcome.NOT_ANSWERED,
                      why,
                      why + "\n\nShow it again:\n" + run.rerun(),
                      Duration.ZERO))));
    }
    return suites;
  }

  private static Case cluster(CellResult cell) {
    return new Case(
        "The cluster starts, stays up and heals",
        Outcome.of(cell),
        cell.standing().counts() ? message(cell.environment()) : cell.because(),
        text(cell.environment(), cell.rerun(), Concern.Log.ofCell(cell)),
        cell.ready().plus(cell.gone()));
  }

  private static Case promise(CellResult cell, ScenarioResult scenario) {
    Outcome outcome = Outcome.of(cell, scenario);
    boolean hazard = outcome == Outcome.HAZARD_SHOWN || outcome == Outcome.HAZARD_UNSEEN;
    boolean skipped =
        outcome == Outcome.NOT_ASKED
            || outcome == Outcome.LEFT_OUT
            || outcome == Outcome.KNOWN_FAILURE;
    return new Case(
        (hazard ? "hazard: " : outcome == Outcome.KNOWN_FAILURE ? "known failure: " : "")
            + scenario.id()
            + ": "
            + scenario.title(),
        outcome,
        skipped
            ? scenario.because().isEmpty() ? cell.because() : scenario.because()
            : message(scenario.deciding()),
        text(scenario.findings(), scenario.rerun(), Concern.Log.of(cell, scenario)),
        scenario.elapsed());
  }

  private static String message(List<Finding> findings) {
    return findings.stream()
        .reduce((one, other) -> one.verdict().compareTo(other.verdict()) >= 0 ? one : other)
        .map(worst -> worst.evidence().lines().findFirst().orElse(worst.probe()))
        .orElse("no probe gave an answer");
  }

  private static String text(List<Finding> findings, String rerun, Concern.Log log) {
    String evidence =
        findings.stream()
            .sorted(Comparator.comparing(Finding::verdict).reversed())
            .map(finding -> finding.verdict() + " " + finding.probe() + ": " + finding.evidence())
            .collect(Collectors.joining("\n"));
    String lines =
        log.lines().isEmpty()
            ? ""
            : "\n\nLog lines %s:\n%s".formatted(log.when(), String.join("\n", log.lines()));
    return evidence + "\n\nShow it again:\n" + rerun + lines;
  }
}
