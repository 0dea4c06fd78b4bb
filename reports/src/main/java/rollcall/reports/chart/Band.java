package rollcall.reports.chart;

/** What went on from one place of the horizontal axis until another. */
public record Band(String name, double from, double until) {
  public Band {
    if (until < from) {
      throw new IllegalArgumentException(
          "a band does not end before it begins: %s from %s until %s".formatted(name, from, until));
    }
  }
}
