package rollcall.matrix.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is raised from step to step while the rest stays as it is. */
public enum Subject {
  RATE("rate", "/s"),
  CLIENTS("clients", " clients"),
  FAN_OUT("fan-out", " receivers a message");

  private final String written;
  private final String unit;

  Subject(String written, String unit) {
    this.written = written;
    this.unit = unit;
  }

  /** As {@code --of} takes it. */
  public String written() {
    return written;
  }

  /** So many of it, with the unit. */
  public String spoken(long level) {
    return String.format(java.util.Locale.ROOT, "%,d%s", level, unit);
  }

  static Optional<Subject> of(String written) {
    return Arrays.stream(values()).filter(one -> one.written.equals(written)).findFirst();
  }

  static List<String> all() {
    return Arrays.stream(values()).map(Subject::written).toList();
  }
}
