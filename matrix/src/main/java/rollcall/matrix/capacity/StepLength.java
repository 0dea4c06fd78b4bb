package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.Locale;
import rollcall.fixtures.config.BadInput;

/**
 * How long a step lasts: long enough that ten messages lie beyond the highest percentile that is
 * asked, and five seconds at least. Messages and not deliveries, as those of one message share its
 * fate.
 */
record StepLength(double percentile, Duration longest) {
  private static final int BEYOND = 10;
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /** Messages that a step has to have. */
  long messages() {
    return Math.round(Math.ceil(BEYOND / (1 - percentile) - 1e-6));
  }

  Duration at(long messagesPerSecond) {
    long seconds = (messages() + messagesPerSecond - 1) / messagesPerSecond;
    return Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), seconds));
  }

  /** The lowest rate at which a step does not take too long. */
  long lowestRate() {
    return (messages() + longest.toSeconds() - 1) / longest.toSeconds();
  }

  void refuseBelow(long messagesPerSecond) {
    if (messagesPerSecond < lowestRate()) {
      throw new BadInput(
          "a rate of %d/s".formatted(messagesPerSecond),
          String.format(
              Locale.ROOT,
              "p%s needs %,d messages a step, which takes longer than %d s; give %d/s or more, or a"
                  + " lower percentile",
              percentile * 100 == Math.rint(percentile * 100)
                  ? String.valueOf(Math.round(percentile * 100))
                  : String.valueOf(Math.round(percentile * 10_000) / 100.0),
              messages(),
              longest.toSeconds(),
              lowestRate()));
    }
  }
}
