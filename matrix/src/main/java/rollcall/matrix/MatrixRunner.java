package rollcall.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import rollcall.reports.CellResult;
import rollcall.reports.RunRecord;
import rollcall.reports.Setup;

/** Plays a programme cell by cell; after each, the report holds everything seen so far. */
public final class MatrixRunner {
  private static final String TIME_IS_UP = "--max-time has passed";

  private final Run run;
  private final Programme programme;
  private final Terms terms;
  private final Instant started;
  private final HarnessLoad ownLoad = new HarnessLoad();
  private KnownFailures known = KnownFailures.none();
  private final List<CellResult> cells = new ArrayList<>();

  /**
   * How a run is played and described.
   *
   * @param maxTime for all of it
   * @param only what it was narrowed to, as written
   * @param provider the chosen one, and why
   * @param machine what it runs on
   * @param settings as run, with where each came from
   */
  public record Terms(
      Optional<Duration> maxTime,
      boolean failFast,
      List<String> only,
      String provider,
      Map<String, String> machine,
      Map<String, String> settings) {}

  public MatrixRunner(Run run, Programme programme, Terms terms, Instant started) {
    this.run = run;
    this.programme = programme;
    this.terms = terms;
    this.started = started;
  }

  /** With what is known to fail. */
  public MatrixRunner knowing(KnownFailures failures) {
    known = failures;
    return this;
  }

  public RunRecord play() {
    terms.maxTime().ifPresent(this::stopAfter);
    run.folder().write(record(RunRecord.STILL_RUNNING));
    for (Programme.Entry entry : programme.entries()) {
      CellResult result = known.judged(play(entry));
      cells.add(result);
      run.story().cellEnded(result);
      run.folder().keepUp(record(RunRecord.STILL_RUNNING));
    }
    RunRecord whole = record(run.stop().raised().orElse(""));
    whole.remarks().forEach(remark -> run.story().tell("to note: " + remark));
    run.folder().write(whole);
    return whole;
  }

  /** Also while something is prepared, which no cell's limit counts. */
  private void stopAfter(Duration maxTime) {
    Duration left = Duration.between(Instant.now(), started.plus(maxTime));
    CompletableFuture.delayedExecutor(left.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> run.stop().raise(TIME_IS_UP));
  }

  private CellResult play(Programme.Entry entry) {
    Optional<KnownFailures> failFast = Optional.of(known).filter(any -> terms.failFast());
    CellPlay cell = new CellPlay(run, entry, failFast, programme.matrix().patience());
    Duration left = left();
    if (left.isZero()) {
      run.stop().raise(TIME_IS_UP);
    }
    Optional<String> stopped = run.stop().raised();
    return stopped.isPresent() ? cell.notPlayed(stopped.get()) : cell.play(left);
  }

  /** What a cell may take: its own limit, or what is left of the run's. */
  private Duration left() {
    Duration limit = programme.matrix().cellLimit();
    if (terms.maxTime().isEmpty()) {
      return limit;
    }
    Duration left = Duration.between(Instant.now(), started.plus(terms.maxTime().get()));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** What was there before, what clusters were made of, and what we took ourselves. */
  private Map<String, String> machine() {
    Map<String, String> machine = new TreeMap<>(terms.machine());
    machine.putAll(run.provider().madeOf());
    machine.put("harness load", ownLoad.said());
    return machine;
  }

  private RunRecord record(String unfinished) {
    Setup setup =
        new Setup(
            programme.matrix().name(),
            run.seed().toString(),
            programme.entries().size(),
            run.rerun().run(terms.only()),
            terms.provider(),
            machine(),
            terms.settings());
    return RunRecord.of(setup, started, Duration.between(started, Instant.now()), cells)
        .unfinished(unfinished)
        .noting(unfinished.isEmpty() ? known.remarks(terms.only().isEmpty()) : List.of());
  }
}
