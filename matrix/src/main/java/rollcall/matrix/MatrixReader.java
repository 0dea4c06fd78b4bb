package rollcall.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.TopologyReader;
import rollcall.fixtures.config.Form;
import rollcall.fixtures.config.Keys;
import rollcall.fixtures.config.Value;
import rollcall.fixtures.junit.Stage;

/** Reads a matrix: what holds for all cells, axes, pairs, cells by name, what is left out. */
final class MatrixReader {
  private static final Form<Duration> LIMIT =
      Form.duration(Duration.ofSeconds(1), Duration.ofHours(24));
  private static final Duration LIMIT_UNLESS_SAID = Duration.ofMinutes(2);
  private static final List<String> AXES =
      Stream.concat(Stream.of("system"), TopologyReader.KEYS.stream()).toList();
  private static final List<String> CELL_KEYS =
      Stream.concat(AXES.stream(), Stream.of("links", "environment", "balancer-idle", "scenarios"))
          .toList();

  private final CellReader cells;

  MatrixReader(CellReader cells) {
    this.cells = cells;
  }

  Matrix read(String name, Keys keys) {
    CELL_KEYS.forEach(keys::find);
    Optional<Value> axes = keys.find("axes");
    Optional<Value> pairs = keys.find("pairs");
    Optional<Value> named = keys.find("cells");
    if (axes.isEmpty() && pairs.isEmpty() && named.isEmpty()) {
      keys.problem("there is nothing to run; give it axes, pairs, or cells");
    }
    List<CellDraft> drafts = new ArrayList<>();
    axes.ifPresent(value -> drafts.addAll(new Axes(value, AXES).product()));
    List<CellDraft> candidates = new ArrayList<>();
    pairs.ifPresent(value -> candidates.addAll(new Axes(value, AXES).candidates()));
    List<CellDraft> cellsByName = new ArrayList<>();
    named.ifPresent(
        value -> value.entries().forEach((cell, said) -> cellsByName.add(draft(cell, said))));
    LeaveOuts leaveOuts =
        new LeaveOuts(
            Stream.of(drafts, candidates, cellsByName).flatMap(List::stream).toList(), AXES);
    keys.find("leave-out").ifPresent(value -> value.list().forEach(leaveOuts::read));
    Pairs meeting = new Pairs(candidates, AXES);
    drafts.addAll(meeting.chosen(draft -> leaveOuts.because(draft).isEmpty()));
    drafts.addAll(cellsByName);
    List<Cell> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (CellDraft draft : drafts) {
      if (!names.add(draft.name())) {
        draft.source().problem("there are two cells of the name %s".formatted(draft.name()));
      }
      cells.read(draft, keys, leaveOuts.because(draft)).ifPresent(read::add);
    }
    meeting
        .impossible(leaveOuts::because)
        .forEach((draft, because) -> cells.read(draft, keys, because).ifPresent(read::add));
    Duration limit =
        keys.find("cell-limit").map(value -> value.as(LIMIT)).orElse(LIMIT_UNLESS_SAID);
    Duration patience =
        keys.find("heartbeat-at-most").map(value -> value.as(LIMIT)).orElse(Stage.PATIENT);
    return new Matrix(name, read, limit, patience);
  }

  private static CellDraft draft(String name, Value said) {
    if (!name.matches("[a-z0-9][a-z0-9+-]*")) {
      said.problem("a cell's name has small letters, digits, - and + only");
    }
    Keys keys = said.keys();
    CELL_KEYS.forEach(keys::find);
    return new CellDraft(name, said, Map.of(), keys::find);
  }
}
