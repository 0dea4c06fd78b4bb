package rollcall.reports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What differs between two runs: what promises came to, and values. */
public record Comparison(Past before, Past now) {
  private static final double NOTED = 0.1;

  /** As lines for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s) and then %s (%s)"
            .formatted(before.run(), before.verdict(), now.run(), now.verdict()));
    if (!now.isLike(before)) {
      lines.add(
          "not the same matrix or machine: %s on %s, then %s on %s"
              .formatted(before.matrix(), before.machine(), now.matrix(), now.machine()));
    }
    List<String> promises = promises();
    lines.add(promises.isEmpty() ? "every promise came to the same" : "promises:");
    lines.addAll(promises);
    List<String> values = values();
    lines.add(values.isEmpty() ? "no value differs by a tenth or more" : "values:");
    lines.addAll(values);
    lines.add("two runs are two numbers: whether a value got worse, --baseline and trend tell");
    return lines;
  }

  private List<String> promises() {
    List<String> lines = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.promises().keySet());
    names.addAll(now.promises().keySet());
    for (String name : names) {
      String old = before.promises().getOrDefault(name, "absent");
      String anew = now.promises().getOrDefault(name, "absent");
      if (!old.equals(anew)) {
        lines.add("  %s: %s, then %s".formatted(name, old, anew));
      }
    }
    return lines;
  }

  private List<String> values() {
    List<String> lines = new ArrayList<>();
    now.values()
        .forEach(
            (name, value) -> {
              Value old = before.values().get(name);
              if (old != null && differs(old.value(), value.value())) {
                lines.add("  " + name + ": " + told(old, value));
              }
            });
    return lines;
  }

  private static boolean differs(double old, double anew) {
    return Math.abs(anew - old) >= NOTED * Math.abs(old) && anew != old;
  }

  private static String told(Value old, Value anew) {
    String better = anew.value() > old.value() == anew.more() ? "better" : "worse";
    String unit = anew.unit().isEmpty() ? "" : " " + anew.unit();
    String change =
        old.value() == 0
            ? ""
            : String.format(Locale.ROOT, "%+.0f %%, ", 100 * (anew.value() / old.value() - 1));
    return String.format(
        Locale.ROOT,
        "%.4g%s, then %.4g%s (%s%s)",
        old.value(),
        unit,
        anew.value(),
        unit,
        change,
        better);
  }
}
