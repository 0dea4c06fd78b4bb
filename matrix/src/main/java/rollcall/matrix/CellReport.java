package rollcall.matrix;

import java.util.List;
import rollcall.fixtures.cluster.Topology;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/** What a cell's results say once they are all there. */
record CellReport(Run run, Cell cell, Topology topology, ServerLogs logs) {
  CellResult leftOut() {
    return leftOut(cell.because());
  }

  CellResult leftOut(String because) {
    return result(Standing.LEFT_OUT, because, List.of(), List.of(), Course.NONE);
  }

  /** A cell in which no promise could be asked was not asked itself. */
  CellResult played(List<Finding> environment, List<ScenarioResult> scenarios, Course course) {
    boolean asked = scenarios.stream().anyMatch(scenario -> scenario.standing().counts());
    boolean silent = environment.isEmpty() && !asked && !scenarios.isEmpty();
    return result(
        silent ? Standing.NOT_ASKED : Standing.ASKED,
        silent ? "none of its scenarios can be asked here: " + scenarios.get(0).because() : "",
        environment,
        scenarios,
        course);
  }

  private CellResult result(
      Standing standing,
      String because,
      List<Finding> environment,
      List<ScenarioResult> scenarios,
      Course course) {
    boolean wrong =
        environment.stream().anyMatch(finding -> finding.verdict() != Verdict.PASS)
            || scenarios.stream().anyMatch(scenario -> scenario.verdict() != Verdict.PASS);
    return new CellResult(
        new Place(cell.name(), cell.system().name(), topology.toString(), run.provider().name()),
        standing,
        because,
        environment,
        scenarios.stream().map(logs::beside).toList(),
        new Course(
            course.ready(),
            course.gone(),
            course.faults(),
            wrong ? logs.last() : List.of(),
            logs.files().stream()
                .map(log -> run.folder().path().relativize(log).toString())
                .toList()),
        run.rerun().cell(cell.name()));
  }
}
