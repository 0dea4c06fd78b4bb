package rollcall.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers, times and figures as people read them. */
final class Spoken {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final double SECOND_MILLIS = 1000;

  private Spoken() {}

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** {@code 340 ms}, {@code 2.1 s}, {@code 3 min 5 s}, {@code 2 h 4 min}. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < SECOND_MILLIS) {
      return millis + " ms";
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", millis / SECOND_MILLIS);
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }

  /** {@code 1 promise}, {@code 2 promises}, {@code 12,000 promises}. */
  static String count(int number, String noun) {
    return "%s %s%s".formatted(figure((long) number), noun, number == 1 ? "" : "s");
  }

  static String figure(Object value) {
    if (value instanceof Long number) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%,.3f", number).replaceFirst("\\.?0+$", "");
    }
    if (value instanceof List<?> several) {
      return several.stream().map(Spoken::figure).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> named) {
      return named.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + figure(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    String text = String.valueOf(value);
    return text.startsWith("PT") ? maybeDuration(text) : text;
  }

  private static String maybeDuration(String text) {
    try {
      return duration(Duration.parse(text));
    } catch (DateTimeParseException notOne) {
      return text;
    }
  }
}
