package rollcall.matrix.capacity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.fixtures.config.BadInput;

/** What a cluster has to carry: {@code --require 1000/s}. */
public record Demand(long level) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(/s)?");

  /** Reads one for what is raised. */
  public static Demand read(String text, Subject subject) {
    Matcher written = WRITTEN.matcher(text.replace(",", ""));
    boolean fits = written.matches() && Long.parseLong(written.group(1)) > 0;
    if (!fits || (written.group(2) != null && subject != Subject.RATE)) {
      throw new BadInput(
          "--require %s".formatted(text),
          subject == Subject.RATE
              ? "give a rate above zero, such as 1000/s"
              : "give a number of %s above zero, such as 1000".formatted(subject.written()));
    }
    return new Demand(Long.parseLong(written.group(1)));
  }
}
