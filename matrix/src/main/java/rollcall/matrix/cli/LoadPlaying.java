package rollcall.matrix.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.load.LoadJudge;
import rollcall.fixtures.load.LoadOutcome;
import rollcall.fixtures.load.LoadPlan;
import rollcall.fixtures.load.LoadRun;
import rollcall.fixtures.provider.Providers;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Measurement;
import rollcall.reports.ScenarioResult;
import rollcall.reports.SignOff;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/**
 * One load from its cluster to its verdict.
 *
 * @param limit of what 99 of 100 deliveries take
 */
record LoadPlaying(LoadingRun run, LoadPlan plan, Duration limit) {
  private static final String CELL = "load";
  private static final double PERCENTILE = 99;
  private static final Duration OUR_LATENESS = Duration.ofMillis(25);

  /** What was found, and what its charts show. */
  private record Came(List<Finding> findings, List<Measurement> measurements) {
    /** It was no answer. */
    static Came unanswered(String why) {
      return new Came(List.of(Finding.unknown("load", why)), List.of());
    }
  }

  int play() {
    Verdict verdict;
    try (Interruption interruption = Interruption.raises(run.stop());
        Providers.Chosen chosen = run.provider()) {
      Came came = came(chosen);
      came.findings()
          .forEach(
              one -> run.tell("%-8s %s: %s".formatted(one.verdict(), one.probe(), one.evidence())));
      came.measurements().forEach(one -> run.tell(one.title()));
      verdict = run.conclude(chosen, List.of(cell(came, chosen)), signOff(came));
    }
    run.end(verdict, run.folder().page());
    return verdict.exitCode();
  }

  private Came came(Providers.Chosen chosen) {
    Path logs = run.folder().logs().resolve(CELL);
    ClusterPlan where =
        new ClusterPlan(run.system(), run.system().topology(), Set.of(), Map.of(), logs);
    try (Cluster cluster = LoadingRun.start(chosen, where)) {
      LoadOutcome outcome = run.stopping().during(() -> played(cluster));
      List<Finding> found =
          new ArrayList<>(new LoadJudge(cluster, limit, PERCENTILE, OUR_LATENESS).judge(outcome));
      found.addAll(cluster.unaskedExits());
      return new Came(found, List.of(outcome.measurement()));
    } catch (Stopping.Stopped | EnvironmentException e) {
      return Came.unanswered(run.stop().raised().orElseGet(() -> String.valueOf(e.getMessage())));
    }
  }

  private LoadOutcome played(Cluster cluster) {
    return new LoadRun(cluster, run.seed().derive(CELL).label(), run.seed().value())
        .play(plan, CELL);
  }

  private CellResult cell(Came came, Providers.Chosen chosen) {
    ScenarioResult promise =
        new ScenarioResult(
            "load/" + run.system().name(),
            promise(),
            Standing.ASKED,
            "",
            came.findings(),
            plan.warmUp().plus(plan.duration()),
            run.again(),
            came.measurements());
    return new CellResult(
        run.place(CELL, run.system().topology().toString(), chosen),
        Standing.ASKED,
        "",
        List.of(),
        List.of(promise),
        Course.NONE,
        run.again());
  }

  private String promise() {
    return String.format(
        Locale.ROOT,
        "%,d messages/s to %,d clients for %d s arrive, each once, 99 of 100 within %d ms",
        plan.perSecond(),
        plan.clients(),
        plan.duration().toSeconds(),
        limit.toMillis());
  }

  private SignOff signOff(Came came) {
    return new SignOff(
        promise() + ".",
        came.findings().stream()
            .map(one -> "%s %s: %s".formatted(one.verdict(), one.probe(), one.evidence()))
            .toList(),
        came.measurements().stream().map(Measurement::title).toList());
  }
}
