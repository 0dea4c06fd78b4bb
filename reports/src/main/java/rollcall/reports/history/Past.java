package rollcall.reports.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.reports.CellResult;
import rollcall.reports.RunRecord;
import rollcall.reports.Verdict;

/**
 * One run as a line of the history.
 *
 * @param run the name of its folder
 * @param machine what may be compared with it: cores, memory, where clusters came from, and whose
 *     servers they were
 * @param promises what each came to, by {@code row/scenario@cell}
 * @param values by {@code row/scenario@cell: p99 all}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Past(
    int schema,
    String run,
    Instant started,
    String matrix,
    String machine,
    Verdict verdict,
    Map<String, String> promises,
    Map<String, Value> values) {
  static final int SCHEMA = 1;
  private static final List<String> BROUGHT = List.of("node-command", "node-image");
  private static final String DEFAULT = "(default)";

  public Past {
    promises = sorted(promises);
    values = sorted(values);
  }

  /** What of a run is kept. */
  public static Past of(String folder, RunRecord run) {
    return new Past(
        SCHEMA,
        folder,
        run.started(),
        run.matrix(),
        machine(run),
        run.verdict(),
        Values.promises(run),
        Values.of(run));
  }

  /** Whether the values of both say something about the same. */
  boolean isLike(Past other) {
    return matrix.equals(other.matrix) && machine.equals(other.machine);
  }

  private static String machine(RunRecord run) {
    return "%s cores, %s, %s, %s"
        .formatted(
            run.machine().getOrDefault("cores", "?"),
            run.machine().getOrDefault("memory", "?"),
            run.provider().split("[:,]", 2)[0],
            servers(run));
  }

  /** The systems, and what was brought along in place of their own servers. */
  private static String servers(RunRecord run) {
    Stream<String> systems =
        run.cells().stream()
            .filter(cell -> cell.standing().counts())
            .map(CellResult::system)
            .distinct()
            .sorted();
    Stream<String> brought =
        BROUGHT.stream()
            .map(setting -> run.settings().getOrDefault(setting, DEFAULT))
            .filter(value -> !value.endsWith(DEFAULT))
            // Wherever it was said, it is the same server.
            .map(value -> value.replaceFirst(" \\([^()]*\\)$", ""));
    return Stream.concat(systems, brought).collect(Collectors.joining(", "));
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Optional.ofNullable(map)
        .map(TreeMap::new)
        .map(Collections::<String, V>unmodifiableMap)
        .orElse(Map.of());
  }
}
