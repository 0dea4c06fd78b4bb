package rollcall.reports.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rollcall.reports.RunRecord;
import rollcall.reports.Verdict;

/**
 * One run as a line of the history.
 *
 * @param run the name of its folder
 * @param machine what may be compared with it: cores, memory, where clusters came from
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
    return "%s cores, %s, %s"
        .formatted(
            run.machine().getOrDefault("cores", "?"),
            run.machine().getOrDefault("memory", "?"),
            run.provider().split("[:,]", 2)[0]);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Optional.ofNullable(map)
        .map(TreeMap::new)
        .map(Collections::<String, V>unmodifiableMap)
        .orElse(Map.of());
  }
}
