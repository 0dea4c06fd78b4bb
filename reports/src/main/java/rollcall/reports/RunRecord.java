package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything one run saw, as {@code results.json} holds it.
 *
 * @param schema version of the file; 0 may change without notice
 * @param unfinished why it did not finish, or that it is still going on; empty once it has finished
 * @param planned how many cells it set out to report on, those left out included
 * @param rerun the command that repeats the whole run
 * @param provider where clusters came from, and why that one was chosen
 * @param machine what it ran on: cores, memory, kernel, versions of what took part
 * @param settings every setting as run, with where it came from
 * @param remarks what is to be noted of it beside its verdict, such as a known failure that is none
 *     any more
 */
public record RunRecord(
    int schema,
    String matrix,
    String seed,
    Instant started,
    Duration elapsed,
    String unfinished,
    int planned,
    String rerun,
    String provider,
    Map<String, String> machine,
    Map<String, String> settings,
    List<CellResult> cells,
    List<String> remarks) {

  public static final int SCHEMA = 0;

  /** What {@code unfinished} says while a run goes on, and for ever where it was killed. */
  public static final String STILL_RUNNING =
      "it was still running when this was written, or was killed afterwards";

  public RunRecord {
    machine = Collections.unmodifiableMap(new TreeMap<>(machine));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    cells = List.copyOf(cells);
    // Absent in what earlier versions wrote.
    remarks = Optional.ofNullable(remarks).map(List::copyOf).orElse(List.of());
  }

  /** One of which there is nothing to note. */
  public RunRecord(
      int schema,
      String matrix,
      String seed,
      Instant started,
      Duration elapsed,
      String unfinished,
      int planned,
      String rerun,
      String provider,
      Map<String, String> machine,
      Map<String, String> settings,
      List<CellResult> cells) {
    this(
        schema,
        matrix,
        seed,
        started,
        elapsed,
        unfinished,
        planned,
        rerun,
        provider,
        machine,
        settings,
        cells,
        List.of());
  }

  public boolean finished() {
    return unfinished.isEmpty();
  }

  /**
   * The worst of what was played; a run that did not finish, or in which nothing was asked, is
   * never PASS.
   */
  @JsonProperty
  public Verdict verdict() {
    Verdict played =
        cells.stream()
            .filter(cell -> cell.standing().counts())
            .map(CellResult::verdict)
            .reduce(Verdict::and)
            .orElse(Verdict.UNKNOWN);
    return finished() ? played : played.and(Verdict.UNKNOWN);
  }
}
