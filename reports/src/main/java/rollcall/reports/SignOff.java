package rollcall.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * What is signed off beside the promises: what it was all for, and what came of it.
 *
 * @param objective in a sentence
 * @param results in a line each
 * @param conditions under which they hold, in a line each
 */
public record SignOff(String objective, List<String> results, List<String> conditions) {
  public SignOff {
    results = List.copyOf(results);
    conditions = List.copyOf(conditions);
  }

  /** Of a run: that what its matrix asks is so. */
  public static SignOff of(RunRecord run) {
    return new SignOff(
        "Every promise that the matrix %s asks holds.".formatted(run.matrix()),
        List.of(Summary.sentence(run)),
        List.of());
  }

  /** A line of what was not covered; public inside, for the template reads nothing else. */
  public record Gap(Outcome outcome, String what, String where, String because) {}

  /** Whether it may go: only where all that was asked was answered, and held. */
  static boolean go(RunRecord run) {
    return run.verdict() == Verdict.PASS;
  }

  /** Everything that was not answered, not asked or left out. */
  static List<Gap> gaps(RunRecord run) {
    List<Gap> gaps = new ArrayList<>();
    if (!run.finished()) {
      String why = Summary.unfinished(run);
      gaps.add(new Gap(Outcome.NOT_ANSWERED, "the rest of the run", "", why));
    }
    for (CellResult cell : run.cells()) {
      Outcome cluster = Outcome.of(cell);
      if (cluster == Outcome.NOT_ANSWERED || !cell.standing().counts()) {
        String because = cell.because().isEmpty() ? first(cell.environment()) : cell.because();
        gaps.add(new Gap(cluster, "the whole cell", where(cell), because));
      }
      for (ScenarioResult scenario : cell.scenarios()) {
        Outcome outcome = Outcome.of(cell, scenario);
        if (cell.standing().counts() && leavesOpen(outcome)) {
          String because =
              scenario.because().isEmpty() ? first(scenario.findings()) : scenario.because();
          gaps.add(new Gap(outcome, scenario.title(), where(cell), because));
        }
      }
    }
    return gaps;
  }

  private static boolean leavesOpen(Outcome outcome) {
    return outcome == Outcome.NOT_ANSWERED
        || outcome == Outcome.HAZARD_UNSEEN
        || outcome == Outcome.NOT_ASKED
        || outcome == Outcome.LEFT_OUT
        || outcome == Outcome.KNOWN_FAILURE;
  }

  private static String where(CellResult cell) {
    return cell.name() + ": " + cell.system() + ", " + cell.topology();
  }

  private static String first(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .map(finding -> finding.evidence().lines().findFirst().orElse(""))
        .findFirst()
        .orElse("no probe gave an answer");
  }
}
