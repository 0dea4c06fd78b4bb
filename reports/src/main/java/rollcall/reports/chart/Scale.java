package rollcall.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How values lie along an axis.
 *
 * @param from at its beginning
 * @param to at its end
 */
public record Scale(Kind kind, double from, double to) {
  /** Of values, or of percentiles by how rare what lies above them is. */
  public enum Kind {
    LINEAR,
    LOG,
    PERCENTILE
  }

  /** The last one that is told: above it lies one of ten thousand. */
  public static final double PERCENTILE_MOST = 99.99;

  private static final double[] PERCENTILES = {0, 50, 90, 99, 99.9, PERCENTILE_MOST};
  private static final double[] STEPS = {1, 2, 5, 10};
  private static final int TICKS = 4;
  private static final double WIDE = 30;

  /** From nothing, or in powers of ten where the values lie far apart. */
  public static Scale fitting(List<Double> values) {
    double most = values.stream().mapToDouble(v -> v).max().orElse(0);
    double least = values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(0);
    boolean wide = least > 0 && most / least > WIDE && values.stream().allMatch(v -> v > 0);
    if (wide) {
      return new Scale(Kind.LOG, Math.pow(10, Math.floor(Math.log10(least))), above(most));
    }
    if (most <= 0) {
      return new Scale(Kind.LINEAR, 0, 1);
    }
    double step = step(most);
    return new Scale(Kind.LINEAR, 0, Math.max(step, Math.ceil(most / step - 1e-9) * step));
  }

  /** Just what there is. */
  public static Scale between(double from, double to) {
    return new Scale(Kind.LINEAR, from, to > from ? to : from + 1);
  }

  public static Scale percentiles() {
    return new Scale(Kind.PERCENTILE, 0, PERCENTILE_MOST);
  }

  /** From 0 at the beginning to 1 at the end. */
  double at(double value) {
    return (laid(value) - laid(from)) / (laid(to) - laid(from));
  }

  private double laid(double value) {
    return switch (kind) {
      case LINEAR -> value;
      case LOG -> Math.log10(Math.max(value, from));
      case PERCENTILE -> -Math.log10(1 - Math.min(value, PERCENTILE_MOST) / 100);
    };
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    switch (kind) {
      case PERCENTILE -> {
        for (double percentile : PERCENTILES) {
          ticks.add(percentile);
        }
      }
      case LOG -> {
        for (double power = from; power <= to * (1 + 1e-9); power *= 10) {
          ticks.add(power);
        }
      }
      case LINEAR -> {
        double step = step(to - from);
        for (double tick = Math.ceil(from / step) * step; tick <= to * (1 + 1e-9); tick += step) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static double above(double most) {
    return Math.pow(10, Math.ceil(Math.log10(most) - 1e-9));
  }

  private static double step(double length) {
    double rough = length / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double step : STEPS) {
      if (rough <= step * power * (1 + 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
