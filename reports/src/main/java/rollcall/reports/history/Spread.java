package rollcall.reports.history;

import java.util.Arrays;
import java.util.List;

/**
 * Values of several runs, of which the median and the scatter are told; one odd run moves neither.
 */
final class Spread {
  /** A normal distribution's standard deviation is so many of its median distances. */
  private static final double OF_NORMAL = 1.4826;

  private static final double FEW = 0.8;
  private static final double EDGE = 2.5;

  private final double[] sorted;

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  static Spread of(List<Double> values) {
    return new Spread(values.stream().mapToDouble(v -> v).sorted().toArray());
  }

  int size() {
    return sorted.length;
  }

  double median() {
    return median(sorted);
  }

  /** The standard deviation; what lies far off counts as if it lay at the edge. */
  double scatter() {
    double centre = median();
    double[] away = Arrays.stream(sorted).map(v -> Math.abs(v - centre)).sorted().toArray();
    double edge = EDGE * OF_NORMAL * median(away) * size() / (size() - FEW);
    double[] within =
        Arrays.stream(sorted)
            .map(v -> Math.min(Math.max(v, centre - edge), centre + edge))
            .toArray();
    double mean = Arrays.stream(within).average().orElse(centre);
    double squares = Arrays.stream(within).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (size() - 1));
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
