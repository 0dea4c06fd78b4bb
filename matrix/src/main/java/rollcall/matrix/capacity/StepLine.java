package rollcall.matrix.capacity;

import java.util.Locale;
import org.HdrHistogram.Histogram;
import rollcall.fixtures.config.DurationText;

/** One step as a line of the table. */
record StepLine(Subject subject, Step step) {
  private static final double MILLI = 1_000.0;

  @Override
  public String toString() {
    Histogram micros = step.seen().micros();
    return String.format(
            Locale.ROOT,
            "%-12s %16s  %4s  %10s  p50 %8.1f ms  p99 %8.1f ms  lost %d  %s  %s",
            step.purpose().spoken(),
            subject.spoken(step.level()),
            DurationText.of(step.taken().length()),
            step.came().name().toLowerCase(Locale.ROOT),
            micros.getValueAtPercentile(50) / MILLI,
            micros.getValueAtPercentile(99) / MILLI,
            step.seen().counts().lost(),
            "busiest: " + step.seen().busiest(),
            step.because())
        .stripTrailing();
  }
}
