package rollcall.reports;

import java.time.Instant;
import java.util.List;

/**
 * One value of a run over the runs until it.
 *
 * @param name what it is of: {@code high-volume/ten-seconds@three: p99 all}
 * @param unit {@code ms}, {@code s}, {@code /s}, or empty for a plain number
 * @param points oldest first, this run last
 * @param changes places in {@code points} since which the value lies elsewhere
 * @param says in a sentence how it went
 */
public record Trend(
    String name, String unit, List<Point> points, List<Integer> changes, String says) {
  private static final int POINTS_MOST = 150;

  public Trend {
    if (points.size() > POINTS_MOST) {
      throw new IllegalArgumentException(
          "a trend has at most " + POINTS_MOST + " points, not " + points.size());
    }
    points = List.copyOf(points);
    changes = List.copyOf(changes);
  }

  /** What it was in the run that began then. */
  public record Point(Instant started, double value) {}
}
