package rollcall.matrix.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.fixtures.ledger.Counts;

/** What an objective is about: a percentile of the delivery time, or a count of the ledger. */
record Metric(String name, OptionalDouble percentile) {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,3})?)");
  private static final double ALL = 100;

  private static final List<String> COUNTS =
      List.of("lost", "late", "repeated", "misdelivered", "reordered", "damaged");

  static Optional<Metric> of(String name) {
    if (name.equals("max")) {
      return Optional.of(new Metric(name, OptionalDouble.of(ALL)));
    }
    Matcher percentile = PERCENTILE.matcher(name);
    if (percentile.matches() && Double.parseDouble(percentile.group(1)) > 0) {
      return Optional.of(
          new Metric(name, OptionalDouble.of(Double.parseDouble(percentile.group(1)))));
    }
    return COUNTS.contains(name)
        ? Optional.of(new Metric(name, OptionalDouble.empty()))
        : Optional.empty();
  }

  /** What somebody may have meant. */
  static List<String> known() {
    List<String> known = new ArrayList<>(List.of("p50", "p90", "p95", "p99", "p99.9", "max"));
    known.addAll(COUNTS);
    return known;
  }

  boolean isTime() {
    return percentile.isPresent();
  }

  /** Microseconds of a time, else how many. */
  long in(Seen seen) {
    if (percentile.isPresent()) {
      return seen.micros().getValueAtPercentile(percentile.getAsDouble());
    }
    Counts counts = seen.counts();
    return switch (name) {
      case "lost" -> counts.lost();
      case "late" -> counts.late();
      case "repeated" -> counts.repeated();
      case "misdelivered" -> counts.misdelivered();
      case "reordered" -> counts.reordered();
      case "damaged" -> counts.damaged();
      default -> throw new IllegalStateException("no count of the ledger is called " + name);
    };
  }
}
