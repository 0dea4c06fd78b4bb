package rollcall.reports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rollcall.reports.Finding;

/**
 * What a run is measured against.
 *
 * @param name as it was asked for
 * @param reference runs that were as they should be, oldest first
 * @param since runs after them, this one last
 */
public record Yardstick(String name, List<Past> reference, List<Past> since) {
  private static final String PROBE = "baseline";
  private static final int TOLD = 5;

  public Yardstick {
    reference = List.copyOf(reference);
    since = List.copyOf(since);
  }

  /** The runs of a history but for the last three. */
  public static Yardstick sliding(String name, List<Past> runs) {
    int split = Math.max(0, runs.size() - Shift.RECENT);
    return new Yardstick(name, runs.subList(0, split), runs.subList(split, runs.size()));
  }

  /** One FAIL for each value that got worse, and one that says what was compared. */
  public List<Finding> findings() {
    if (since.isEmpty()) {
      return List.of();
    }
    List<Finding> worse = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int compared = 0;
    Past now = since.get(since.size() - 1);
    for (Map.Entry<String, Value> value : now.values().entrySet()) {
      String name = value.getKey();
      Shift shift = Shift.of(of(reference, name), of(since, name), value.getValue().more());
      switch (shift.state()) {
        case WORSE -> worse.add(worse(name, value.getValue(), shift));
        case TOO_LITTLE, TOO_NOISY -> open.add(name + " (" + shift.why() + ")");
        default -> compared++;
      }
    }
    worse.add(Finding.pass(PROBE, told(compared, open, worse.size())));
    return worse;
  }

  private String told(int compared, List<String> open, int worse) {
    String head =
        String.format(
            Locale.ROOT,
            "against %s, %,d runs: %,d values as they were or better, %,d worse, %,d could not be"
                + " judged",
            name,
            reference.size(),
            compared,
            worse,
            open.size());
    if (open.isEmpty()) {
      return head;
    }
    String some = String.join("; ", open.subList(0, Math.min(TOLD, open.size())));
    return head + ": " + some + (open.size() > TOLD ? "; …" : "");
  }

  private static List<Double> of(List<Past> runs, String value) {
    return runs.stream()
        .flatMap(past -> Optional.ofNullable(past.values().get(value)).stream())
        .map(Value::value)
        .toList();
  }

  private Finding worse(String name, Value value, Shift shift) {
    return Finding.fail(
        PROBE,
        String.format(
            Locale.ROOT,
            "%s got worse: %.3g %s in the median of the last %d runs, %.3g %s before; %s",
            name,
            shift.now(),
            value.unit(),
            Shift.RECENT,
            shift.before(),
            value.unit(),
            shift.why()));
  }
}
