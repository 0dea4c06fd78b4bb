package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything one run saw, as {@code results.json} holds it.
 *
 * @param schema version of the file
 * @param unfinished why it did not finish, or that it is still going on; empty once it has finished
 * @param remarks what is to be noted of it beside its verdict, such as a known failure that is none
 *     any more
 * @param compared what a comparison with earlier runs found; judged as any finding
 * @param trends how its values went over the runs until this one
 */
public record RunRecord(
    int schema,
    @JsonUnwrapped Setup setup,
    Instant started,
    Duration elapsed,
    String unfinished,
    List<CellResult> cells,
    List<String> remarks,
    List<Finding> compared,
    List<Trend> trends) {

  /** What is written; 0 is read as well. */
  public static final int SCHEMA = 1;

  /** What {@code unfinished} says while a run goes on, and for ever where it was killed. */
  public static final String STILL_RUNNING =
      "it was still running when this was written, or was killed afterwards";

  public RunRecord {
    cells = List.copyOf(cells);
    // Absent in what earlier versions wrote.
    remarks = Optional.ofNullable(remarks).map(List::copyOf).orElse(List.of());
    compared = Optional.ofNullable(compared).map(List::copyOf).orElse(List.of());
    trends = Optional.ofNullable(trends).map(List::copyOf).orElse(List.of());
  }

  /** One that has finished, of which there is nothing to note. */
  public static RunRecord of(
      Setup setup, Instant started, Duration elapsed, List<CellResult> cells) {
    return new RunRecord(
        SCHEMA, setup, started, elapsed, "", cells, List.of(), List.of(), List.of());
  }

  /** The same, unfinished for this reason; finished where there is none. */
  public RunRecord unfinished(String why) {
    return new RunRecord(schema, setup, started, elapsed, why, cells, remarks, compared, trends);
  }

  /** The same, of which this is to be noted too. */
  public RunRecord noting(List<String> more) {
    List<String> all = Stream.concat(remarks.stream(), more.stream()).toList();
    return new RunRecord(schema, setup, started, elapsed, unfinished, cells, all, compared, trends);
  }

  /** The same beside earlier runs. */
  public RunRecord beside(List<Finding> found, List<Trend> seen) {
    return new RunRecord(schema, setup, started, elapsed, unfinished, cells, remarks, found, seen);
  }

  public String matrix() {
    return setup.matrix();
  }

  public String seed() {
    return setup.seed();
  }

  public int planned() {
    return setup.planned();
  }

  public String rerun() {
    return setup.rerun();
  }

  public String provider() {
    return setup.provider();
  }

  public Map<String, String> machine() {
    return setup.machine();
  }

  public Map<String, String> settings() {
    return setup.settings();
  }

  public boolean finished() {
    return unfinished.isEmpty();
  }

  /**
   * The worst of what was played and compared; a run that did not finish, or in which nothing was
   * asked, is never PASS.
   */
  @JsonProperty
  public Verdict verdict() {
    Verdict played =
        cells.stream()
            .filter(cell -> cell.standing().counts())
            .map(CellResult::verdict)
            .reduce(Verdict::and)
            .orElse(Verdict.UNKNOWN);
    Verdict worst = compared.stream().map(Finding::verdict).reduce(played, Verdict::and);
    return finished() ? worst : worst.and(Verdict.UNKNOWN);
  }
}
