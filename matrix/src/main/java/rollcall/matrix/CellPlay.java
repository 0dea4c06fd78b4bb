package rollcall.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.junit.Audience;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Scenario;
import rollcall.fixtures.junit.Stage;
import rollcall.fixtures.means.Means;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.PlayedFault;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/** One cell while it is played, and what is heard of it. */
final class CellPlay implements Audience {
  private final Run run;
  private final Programme.Entry entry;
  private final Optional<KnownFailures> failFast;
  private final Duration patience;
  private final ServerLogs logs;
  private final Map<String, ScenarioResult> results = new LinkedHashMap<>();
  private final List<Finding> environment = new ArrayList<>();
  private final List<PlayedFault> faults = new ArrayList<>();
  private Duration ready = Duration.ZERO;
  private Duration gone = Duration.ZERO;

  /**
   * One to be played.
   *
   * @param failFast present where the run ends at its first failure that is not one of these
   */
  CellPlay(Run run, Programme.Entry entry, Optional<KnownFailures> failFast, Duration patience) {
    this.run = run;
    this.entry = entry;
    this.failFast = failFast;
    this.patience = patience;
    this.logs = new ServerLogs(folder());
  }

  CellResult play(Duration limit) {
    Cell cell = entry.cell();
    if (cell.isLeftOut()) {
      return new CellReport(run, cell, preferred(), logs).leftOut();
    }
    Optional<Topology> offered = cell.choices().stream().filter(this::isOffered).findFirst();
    if (offered.isEmpty() && lacking().allMatch(Balancer::isOptional)) {
      return new CellReport(run, cell, preferred(), logs).leftOut(whatIsLacking());
    }
    if (offered.isEmpty()) {
      environment(Finding.unknown("environment", whatIsLacking()));
      return report(preferred());
    }
    run.story().cellStarted(cell.name(), offered.get());
    ClusterPlan plan = cell.plan(offered.get(), folder());
    Stage stage =
        new Stage(
            run.provider(), plan, run.seed(), limit, this, run.stop(), patience, entry.faults());
    Launch launch = new Launch(stage);
    launch.play(entry.scenarios());
    for (Scenario scenario : entry.scenarios()) {
      results.computeIfAbsent(scenario.id(), id -> silent(scenario, launch.because(scenario)));
    }
    return report(offered.get());
  }

  /** A cell that was not played, for a reason that is not its own. */
  CellResult notPlayed(String because) {
    if (entry.cell().isLeftOut()) {
      return new CellReport(run, entry.cell(), preferred(), logs).leftOut();
    }
    environment(Finding.unknown("run", "not played: " + because));
    return report(preferred());
  }

  private Topology preferred() {
    return entry.cell().choices().get(0);
  }

  private boolean isOffered(Topology topology) {
    return topology.balancers().stream().allMatch(run.provider()::offers);
  }

  private Stream<Balancer> lacking() {
    return entry.cell().choices().stream()
        .flatMap(topology -> topology.balancers().stream())
        .filter(balancer -> !run.provider().offers(balancer));
  }

  private String whatIsLacking() {
    String programs =
        lacking().map(Balancer::software).distinct().collect(Collectors.joining(" or "));
    return "%s has no %s here; install it, choose another provider, or add a topology to the cell"
        .formatted(run.provider().name(), programs);
  }

  private Path folder() {
    return run.folder().logs().resolve(entry.cell().name());
  }

  private ScenarioResult silent(Scenario scenario, String because) {
    return new ScenarioResult(
        scenario.id(),
        scenario.title(),
        Standing.ASKED,
        "",
        List.of(Finding.unknown("harness", "it ended without a result: " + because)),
        Duration.ZERO,
        rerun(scenario));
  }

  private CellResult report(Topology topology) {
    return new CellReport(run, entry.cell(), topology, logs)
        .played(environment, inOrder(), new Course(ready, gone, faults, List.of(), List.of()));
  }

  /** As planned, not as JUnit came by; what was not planned, last. */
  private List<ScenarioResult> inOrder() {
    List<String> planned = entry.scenarios().stream().map(Scenario::id).toList();
    return Stream.concat(
            planned.stream().filter(results::containsKey).map(results::get),
            results.values().stream().filter(result -> !planned.contains(result.id())))
        .toList();
  }

  @Override
  public String rerun(Scenario scenario) {
    return run.rerun().scenario(scenario.id(), entry.cell().name());
  }

  @Override
  public void clusterReady(Cluster cluster, Duration took) {
    ready = took;
  }

  @Override
  public void faultsPlayed(List<PlayedFault> played) {
    faults.addAll(played);
  }

  @Override
  public void notAsked(Means.Lack lack) {
    String id = "optional/" + lack.name();
    results.put(
        id,
        new ScenarioResult(
            id,
            lack.title(),
            Standing.NOT_ASKED,
            lack.because(),
            List.of(),
            Duration.ZERO,
            run.rerun().cell(entry.cell().name())));
  }

  @Override
  public void scenarioStarted(Scenario scenario, Findings findings) {
    logs.begun(scenario.id());
    run.story().scenarioStarted(scenario.id(), findings);
  }

  @Override
  public boolean awaitsMore() {
    return entry.scenarios().stream()
            .filter(scenario -> !results.containsKey(scenario.id()))
            .count()
        > 1;
  }

  @Override
  public void scenarioEnded(ScenarioResult result) {
    logs.ended(result.id());
    results.put(result.id(), result);
    failFast.ifPresent(known -> stopAt(known.judged(entry.cell().name(), result).verdict()));
  }

  @Override
  public void scenarioWorsened(String id, List<Finding> findings) {
    results.computeIfPresent(id, (same, before) -> before.worsened(findings));
  }

  @Override
  public void environment(Finding finding) {
    environment.add(finding);
    failFast.ifPresent(known -> stopAt(finding.verdict()));
  }

  private void stopAt(Verdict verdict) {
    if (verdict == Verdict.FAIL) {
      run.stop().raise("--fail-fast ends a run at its first FAIL");
    }
  }

  @Override
  public void clusterGone(Duration took) {
    gone = took;
  }
}
