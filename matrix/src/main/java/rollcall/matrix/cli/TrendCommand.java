package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.reports.Trend;
import rollcall.reports.history.History;
import rollcall.reports.history.Past;
import rollcall.reports.history.Trends;

/** {@code ./rollcall trend}: how values went over the runs. */
@Command(
    name = "trend",
    header = "Says how values went over the runs of a matrix, and since when they lie elsewhere.",
    footer = {"", "Example: ./rollcall trend --matrix nightly"})
final class TrendCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Option(
      names = "--history",
      paramLabel = "<file>",
      description = "The history. Else: reports/runs/history.jsonl.")
  private @Nullable Path file;

  @Option(
      names = "--matrix",
      paramLabel = "<name>",
      description = "Of which matrix. Else: that of the last run.")
  private @Nullable String matrix;

  TrendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = Chronicle.file(surroundings, file);
    History history = History.read(from);
    String wanted = matrix;
    List<Past> runs =
        history.runs().stream()
            .filter(past -> wanted == null || past.matrix().equals(wanted))
            .toList();
    if (runs.isEmpty()) {
      surroundings.out().println("no run in " + from);
      return ExitCode.UNKNOWN.code();
    }
    Past last = runs.get(runs.size() - 1);
    List<Past> like = history.like(last);
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "%d runs of %s on %s, the last %s %s%n",
            like.size(),
            last.matrix(),
            last.machine(),
            last.run(),
            last.verdict());
    if (history.unreadable() > 0) {
      surroundings.out().printf("%d lines could not be read%n", history.unreadable());
    }
    Trends.of(like).forEach(trend -> surroundings.out().println(line(trend)));
    return ExitCode.PASS.code();
  }

  private static String line(Trend trend) {
    double now = trend.points().get(trend.points().size() - 1).value();
    return String.format(
        Locale.ROOT, "  %s  %.4g %s  %s", trend.name(), now, trend.unit(), trend.says());
  }
}
