package rollcall.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a run needs attention. */
final class Concerns {
  private Concerns() {}

  /** All of a run, most serious first; a cluster comes before the promises asked of it. */
  static List<Concern> of(RunRecord run) {
    List<Concern> concerns = new ArrayList<>();
    if (!run.finished() || run.cells().isEmpty()) {
      concerns.add(ofRun(run));
    }
    for (int i = 0; i < run.cells().size(); i++) {
      CellResult cell = run.cells().get(i);
      if (!cell.standing().counts()) {
        continue;
      }
      if (Outcome.of(cell).needsAttention()) {
        concerns.add(ofCluster(cell, Anchor.cell(i)));
      }
      for (int j = 0; j < cell.scenarios().size(); j++) {
        ScenarioResult scenario = cell.scenarios().get(j);
        if (Outcome.of(cell, scenario).needsAttention()) {
          concerns.add(ofPromise(cell, scenario, Anchor.promise(i, j)));
        }
      }
    }
    run.compared().stream()
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .forEach(finding -> concerns.add(ofComparison(run, finding)));
    concerns.sort(Comparator.comparing(Concern::outcome));
    return withLogsOnce(together(concerns));
  }

  private static Concern ofRun(RunRecord run) {
    String why =
        run.finished()
            ? "No cell was played, so there is nothing to say about the system."
            : Summary.unfinished(run) + " " + sentence(run.unfinished());
    return new Concern(
        Outcome.NOT_ANSWERED,
        run.finished() ? "Nothing was asked" : "The run did not finish",
        "",
        "",
        "run",
        List.of(Finding.unknown("run", why)),
        Concern.Log.NONE,
        run.rerun(),
        List.of());
  }

  private static Concern ofComparison(RunRecord run, Finding finding) {
    return new Concern(
        finding.verdict() == Verdict.FAIL ? Outcome.BROKEN : Outcome.NOT_ANSWERED,
        "A value is worse than it was",
        "",
        "",
        "trends",
        List.of(finding),
        Concern.Log.NONE,
        run.rerun(),
        List.of());
  }

  /** What came to the same in several cells is told of the first, and where else. */
  private static List<Concern> together(List<Concern> concerns) {
    Map<List<Object>, List<Concern>> alike = new LinkedHashMap<>();
    for (Concern one : concerns) {
      Object own = one.id().isEmpty() ? one : one.id();
      alike.computeIfAbsent(List.of(one.outcome(), own), key -> new ArrayList<>()).add(one);
    }
    return alike.values().stream()
        .map(all -> all.get(0).and(List.copyOf(all.subList(1, all.size()))))
        .toList();
  }

  private static Concern ofCluster(CellResult cell, String anchor) {
    Outcome outcome = Outcome.of(cell);
    return new Concern(
        outcome,
        outcome == Outcome.BROKEN ? "The cluster broke" : "The cluster gave no answer",
        "",
        where(cell),
        anchor,
        wrong(cell.environment(), "nothing was asked of this cell"),
        Concern.Log.ofCell(cell),
        cell.rerun(),
        List.of());
  }

  private static Concern ofPromise(CellResult cell, ScenarioResult scenario, String anchor) {
    return new Concern(
        Outcome.of(cell, scenario),
        scenario.title(),
        scenario.id(),
        where(cell),
        anchor,
        decidingFirst(scenario),
        Concern.Log.of(cell, scenario),
        scenario.rerun(),
        List.of());
  }

  /** Beside a known failure what was not answered is the concern. */
  private static List<Finding> decidingFirst(ScenarioResult scenario) {
    List<Finding> deciding = scenario.deciding();
    return wrong(scenario.findings(), "no probe gave an answer").stream()
        .sorted(Comparator.comparing(finding -> !deciding.contains(finding)))
        .toList();
  }

  private static String where(CellResult cell) {
    return cell.name() + ": " + cell.system() + ", " + cell.topology();
  }

  private static List<Finding> wrong(List<Finding> findings, String otherwise) {
    List<Finding> wrong =
        findings.stream()
            .filter(finding -> finding.verdict() != Verdict.PASS)
            .sorted(Comparator.comparing(Finding::verdict).reversed())
            .toList();
    return wrong.isEmpty() ? List.of(Finding.unknown("answer", otherwise)) : wrong;
  }

  /** The same lines are told once. */
  private static List<Concern> withLogsOnce(List<Concern> concerns) {
    Set<Object> told = new HashSet<>();
    return concerns.stream()
        .map(c -> told.add(List.of(c.where(), c.log())) ? c : c.withoutLog())
        .toList();
  }

  private static String sentence(String text) {
    String upper = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return upper.endsWith(".") ? upper : upper + ".";
  }
}
