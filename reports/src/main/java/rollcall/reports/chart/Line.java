package rollcall.reports.chart;

import java.util.List;

/** One line of a chart. */
public record Line(String name, List<Dot> dots) {
  /** Where it passes. */
  public record Dot(double x, double y) {}

  public Line {
    dots = List.copyOf(dots);
  }
}
