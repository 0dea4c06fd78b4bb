package rollcall.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything one run saw, as {@code results.json} holds it.
 *
 * @param schema version of the file; 0 may change without notice
 * @param rerun the command that repeats the whole run
 * @param provider where clusters came from, and why that one was chosen
 * @param machine what it ran on: cores, memory, kernel, versions of what took part
 * @param settings every setting as run, with where it came from
 */
public record RunRecord(
    int schema,
    String matrix,
    String seed,
    Instant started,
    Duration elapsed,
    String rerun,
    String provider,
    Map<String, String> machine,
    Map<String, String> settings,
    List<CellResult> cells) {

  public static final int SCHEMA = 0;

  public RunRecord {
    machine = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(machine));
    settings = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(settings));
    cells = List.copyOf(cells);
  }

  /** The worst of what was played; a run in which nothing was asked is UNKNOWN, never PASS. */
  public Verdict verdict() {
    return cells.stream()
        .filter(cell -> cell.standing().counts())
        .map(CellResult::verdict)
        .reduce(Verdict::and)
        .orElse(Verdict.UNKNOWN);
  }
}
