package rollcall.matrix;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.junit.Findings;
import rollcall.reports.CellResult;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Summary;
import rollcall.reports.Verdict;

/** Tells a run in about ten lines, and on a terminal what goes on right now in one more. */
public final class Story implements AutoCloseable {
  /** Of the findings that decided a verdict; the report has all. */
  private static final int TOLD = 3;

  /**
   * Where it is told, and how.
   *
   * @param live the last line follows what goes on
   * @param colour verdicts are coloured
   * @param quiet only the end is told
   */
  public record Manner(boolean live, boolean colour, boolean quiet) {}

  private static final Duration REFRESH = Duration.ofMillis(200);
  private static final String ERASE = "\r\033[2K";

  /** Only one line is erased: on a narrow terminal the rest of a longer one would stay. */
  private static final String NO_WRAP = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  private final PrintStream out;
  private final Manner manner;
  private final Instant begun = Instant.now();
  private String cell = "";
  private String scenario = "";
  private @Nullable Findings findings;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  public Story(PrintStream out, Manner manner) {
    this.out = out;
    this.manner = manner;
    if (manner.live() && !manner.quiet()) {
      ScheduledFuture<?> unused =
          ticker.scheduleAtFixedRate(
              this::showProgress, 0, REFRESH.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** One line of the story. */
  public synchronized void tell(String line) {
    if (!manner.quiet()) {
      print(line);
    }
  }

  /** A line that is told also where nothing else is. */
  public synchronized void announce(String line) {
    cell = "";
    print(line);
  }

  /** The last line, which says its verdict first. */
  public void conclude(Verdict verdict, String line) {
    announce(line.replaceFirst("^" + verdict, coloured(verdict, verdict.toString())));
  }

  synchronized void cellStarted(String name, Topology topology) {
    cell = name + "  " + topology;
    scenario = "starting";
    if (!manner.live()) {
      tell("  playing  " + cell);
    }
  }

  synchronized void scenarioStarted(String id, Findings from) {
    scenario = id;
    findings = from;
  }

  synchronized void cellEnded(CellResult result) {
    cell = "";
    findings = null;
    tell("%s  %s  %s%s".formatted(word(result), result.name(), result.topology(), tally(result)));
    result.environment().stream()
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .forEach(finding -> tell(indented(finding)));
    boolean played = result.environment().isEmpty();
    result.scenarios().stream()
        .filter(
            one ->
                one.standing() == Standing.KNOWN_FAILURE
                    || (played ? one.verdict() != Verdict.PASS : one.verdict() == Verdict.FAIL))
        .forEach(this::tell);
    if (!played && result.verdict() != Verdict.PASS) {
      tell("           again: " + result.rerun());
    }
  }

  private void tell(ScenarioResult result) {
    if (result.standing() == Standing.KNOWN_FAILURE) {
      tell("           known failure: %s (%s)".formatted(result.title(), result.because()));
      if (result.verdict() == Verdict.PASS) {
        return;
      }
    }
    tell("           %s: %s".formatted(coloured(result.verdict()).strip(), result.title()));
    List<Finding> deciding = result.deciding();
    deciding.stream().limit(TOLD).forEach(finding -> tell(indented(finding)));
    if (deciding.size() > TOLD) {
      tell("           … and %d more in the report".formatted(deciding.size() - TOLD));
    }
    tell("           again: " + result.rerun());
  }

  private static String indented(Finding finding) {
    return ("           " + finding.probe() + ": " + finding.evidence())
        .replace("\n", "\n             ");
  }

  private static String tally(CellResult result) {
    if (!result.standing().counts()) {
      return "  " + result.because();
    }
    String ready = result.ready().isZero() ? "" : "; ready in " + seconds(result.ready());
    return "  " + Summary.of(result) + ready;
  }

  private String word(CellResult result) {
    return result.standing().counts()
        ? coloured(result.verdict())
        : "%-9s".formatted(result.standing() == Standing.LEFT_OUT ? "left out" : "not asked");
  }

  private String coloured(Verdict verdict) {
    return coloured(verdict, "%-9s".formatted(verdict));
  }

  private String coloured(Verdict verdict, String word) {
    if (!manner.colour()) {
      return word;
    }
    int colour =
        switch (verdict) {
          case PASS -> 32;
          case UNKNOWN -> 33;
          case FAIL -> 31;
        };
    return "\033[%dm%s\033[0m".formatted(colour, word);
  }

  private void print(String line) {
    out.println((manner.live() ? ERASE : "") + line);
    out.flush();
  }

  private synchronized void showProgress() {
    if (!cell.isEmpty()) {
      Findings now = findings;
      out.print(
          "%s  %s  %s  %s%s%s"
              .formatted(
                  ERASE + NO_WRAP,
                  cell,
                  scenario,
                  seconds(Duration.between(begun, Instant.now())),
                  now == null ? "" : "  %,d deliveries".formatted(now.deliveries()),
                  WRAP));
      out.flush();
    }
  }

  static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    cell = "";
    if (manner.live()) {
      out.print(ERASE);
      out.flush();
    }
  }
}
