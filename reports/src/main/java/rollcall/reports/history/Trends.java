package rollcall.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rollcall.reports.Trend;

/** How values went from run to run, and since when they lie elsewhere. */
public final class Trends {
  private static final int RUNS_LEAST = 3;
  private static final int RUNS_MOST = 60;
  private static final int TRENDS_MOST = 60;

  private Trends() {}

  /** Of runs that may be compared, oldest first; those that changed come first. */
  public static List<Trend> of(List<Past> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Past> last = runs.subList(Math.max(0, runs.size() - RUNS_MOST), runs.size());
    Map<String, List<Trend.Point>> points = new LinkedHashMap<>();
    for (Past past : last) {
      past.values()
          .forEach(
              (name, value) -> {
                points
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(new Trend.Point(past.started(), value.value()));
              });
    }
    List<Trend> trends = new ArrayList<>();
    last.get(last.size() - 1)
        .values()
        .forEach(
            (name, value) -> {
              List<Trend.Point> seen = points.getOrDefault(name, List.of());
              boolean said = seen.stream().anyMatch(point -> point.value() != 0);
              if (seen.size() >= RUNS_LEAST && said) {
                trends.add(trend(name, value, seen));
              }
            });
    trends.sort(Comparator.comparing(trend -> trend.changes().isEmpty()));
    return List.copyOf(trends.subList(0, Math.min(TRENDS_MOST, trends.size())));
  }

  private static Trend trend(String name, Value value, List<Trend.Point> points) {
    List<Double> values = points.stream().map(Trend.Point::value).toList();
    List<Integer> changes = new ArrayList<>();
    String says = "";
    int from = 0;
    for (int i = Shift.REFERENCE_LEAST; i + Shift.RECENT <= values.size(); i++) {
      if (i - from < Shift.REFERENCE_LEAST) {
        continue;
      }
      Shift shift =
          Shift.of(values.subList(from, i), values.subList(i, i + Shift.RECENT), value.more());
      if (shift.state() == Shift.State.WORSE || shift.state() == Shift.State.BETTER) {
        changes.add(i);
        says = shift.state().name().toLowerCase(Locale.ROOT) + ": " + shift.why();
        from = i;
      }
    }
    if (says.isEmpty()) {
      int split = Math.max(0, values.size() - Shift.RECENT);
      List<Double> before = values.subList(0, split);
      says = Shift.of(before, values.subList(split, values.size()), value.more()).why();
    }
    return new Trend(name, value.unit(), points, changes, says);
  }
}
