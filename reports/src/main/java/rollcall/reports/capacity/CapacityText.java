package rollcall.reports.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A capacity in Markdown: the answer, what is to be said against it, every step. */
public final class CapacityText {
  private static final int PERCENT = 100;

  private CapacityText() {}

  /** Lines without line ends. */
  public static List<String> of(CapacityReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("# Capacity by %s: %s".formatted(report.subject(), report.decision()));
    lines.add("");
    lines.add("Objective: %s.".formatted(report.objective()));
    lines.add(
        report.demand().isEmpty()
            ? "Nothing was demanded."
            : "Demanded: %s.".formatted(report.demand()));
    report.conditions().forEach(condition -> lines.add(condition + "."));
    lines.add("");
    lines.add("| nodes | carries | | because |");
    lines.add("| --- | --- | --- | --- |");
    report
        .sizes()
        .forEach(
            size ->
                lines.add(
                    "| %d | %s | %s | %s |"
                        .formatted(
                            size.nodes(), size.spoken(), size.decision(), cell(size.why()))));
    report.sizes().forEach(size -> size(size, lines));
    return lines;
  }

  private static void size(ClusterSize size, List<String> lines) {
    lines.add("");
    lines.add("## " + cell(size.topology()));
    lines.add("");
    size.reservations().forEach(one -> lines.add("* " + cell(one) + "."));
    if (!size.reservations().isEmpty()) {
      lines.add("");
    }
    lines.add(
        "| search | step | level | seconds | came | p50 ms | p99 ms | lost | busiest | foreign |"
            + " because |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    size.steps().forEach(step -> lines.add(row(step)));
  }

  private static String row(CapacityStep step) {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %,d | %.0f | %s | %.1f | %.1f | %,d | %s | %.0f %% | %s |",
        step.search(),
        step.purpose(),
        step.level(),
        step.seconds(),
        step.came(),
        step.p50Millis(),
        step.p99Millis(),
        step.lost(),
        busiest(step.busy()),
        PERCENT * step.foreign(),
        cell(step.because()));
  }

  private static String busiest(Map<String, Double> busy) {
    return busy.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(2)
        .map(
            part ->
                String.format(
                    Locale.ROOT, "%s %.0f %%", cell(part.getKey()), PERCENT * part.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What servers said must not end a cell or begin a tag. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\R", " ");
  }
}
