package rollcall.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.provider.LogTail;
import rollcall.reports.CellResult;
import rollcall.reports.Course;
import rollcall.reports.Finding;
import rollcall.reports.Place;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/** What a cell's results say once they are all there. */
record CellReport(Run run, Cell cell, Topology topology) {
  private static final int TAIL_LINES = 30;

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
    List<Path> logs = logs();
    boolean wrong =
        environment.stream().anyMatch(finding -> finding.verdict() != Verdict.PASS)
            || scenarios.stream().anyMatch(scenario -> scenario.verdict() != Verdict.PASS);
    return new CellResult(
        new Place(cell.name(), cell.system().name(), topology.toString(), run.provider().name()),
        standing,
        because,
        environment,
        scenarios,
        new Course(
            course.ready(),
            course.gone(),
            course.faults(),
            wrong ? tails(logs) : List.of(),
            logs.stream().map(log -> run.folder().path().relativize(log).toString()).toList()),
        run.rerun().cell(cell.name()));
  }

  private List<Path> logs() {
    Path folder = run.folder().logs().resolve(cell.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder, e);
    }
  }

  private static List<String> tails(List<Path> logs) {
    return logs.stream()
        .filter(log -> log.toString().endsWith(".log"))
        .flatMap(log -> tail(log).stream())
        .toList();
  }

  private static List<String> tail(Path log) {
    String part = String.valueOf(log.getFileName()).replace(".log", "");
    return LogTail.of(log, TAIL_LINES).lines().stream().map(line -> part + " | " + line).toList();
  }
}
