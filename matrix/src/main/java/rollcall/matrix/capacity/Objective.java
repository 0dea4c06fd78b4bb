package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.fixtures.config.DurationText;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.load.Excuse;

/**
 * One condition: {@code p99 < 100ms}, {@code lost = 0}.
 *
 * @param limit microseconds of a time, else a count
 */
record Objective(Metric metric, Relation relation, long limit) {
  private static final Pattern WRITTEN =
      Pattern.compile("([\\w.-]+)\\s*(<=|>=|=|<|>|\\S*)\\s*(\\S*)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,12}");

  /** How a value lies to its limit. */
  enum Relation {
    BELOW("<"),
    AT_MOST("<="),
    EQUAL("=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    boolean holds(long value, long limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case EQUAL -> value == limit;
      };
    }

    static Optional<Relation> of(String sign) {
      return java.util.Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
    }
  }

  /** Reads one, or says in {@code problems} what is wrong with it. */
  static Optional<Objective> read(String text, List<String> problems) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      problems.add("'%s' is no objective; write one as p99 < 100ms or lost = 0".formatted(text));
      return Optional.empty();
    }
    Optional<Metric> metric = Metric.of(written.group(1));
    if (metric.isEmpty()) {
      problems.add(
          "'%s': nothing is measured as %s%s"
              .formatted(text, written.group(1), Nearest.hint(written.group(1), Metric.known())));
      return Optional.empty();
    }
    Optional<Relation> relation = Relation.of(written.group(2));
    if (relation.isEmpty()) {
      problems.add("'%s': compare with <, <= or =, not '%s'".formatted(text, written.group(2)));
      return Optional.empty();
    }
    Optional<Long> limit = limit(metric.get(), written.group(3));
    if (limit.isEmpty()) {
      problems.add(
          metric.get().isTime()
              ? "'%s': %s is a time; give one such as 100ms".formatted(text, metric.get().name())
              : "'%s': %s is a number of deliveries; give one such as 0"
                  .formatted(text, metric.get().name()));
    }
    return limit.map(value -> new Objective(metric.get(), relation.get(), value));
  }

  private static Optional<Long> limit(Metric metric, String text) {
    if (metric.isTime()) {
      return DurationText.parse(text)
          .filter(time -> !time.isZero())
          .map(time -> time.toNanos() / 1_000);
    }
    return COUNT.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  boolean holds(Seen seen) {
    return relation.holds(metric.in(seen), limit);
  }

  /** Whether it would hold without the time that this explains; a count is never excused. */
  boolean isExcused(Seen seen, Excuse excuse) {
    if (metric.percentile().isEmpty()) {
      return false;
    }
    long micros = excuse.explains(metric.percentile().getAsDouble()).toNanos() / 1_000;
    return relation.holds(Math.max(0, metric.in(seen) - micros), limit);
  }

  /** What was seen of it, against what was asked. */
  String told(Seen seen) {
    long value = metric.in(seen);
    return "%s was %s, the objective is %s"
        .formatted(
            metric.name(),
            metric.isTime()
                ? String.format(Locale.ROOT, "%.1f ms", value / 1_000.0)
                : String.format(Locale.ROOT, "%,d", value),
            this);
  }

  @Override
  public String toString() {
    return "%s %s %s"
        .formatted(
            metric.name(),
            relation.sign,
            metric.isTime() ? DurationText.of(Duration.ofNanos(limit * 1_000)) : limit);
  }
}
