package rollcall.matrix.capacity;

import java.util.ArrayList;
import java.util.List;
import rollcall.fixtures.config.BadInput;

/**
 * Where a search begins and where it stops.
 *
 * @param first the lowest level that is tried
 * @param last the highest level that may be tried
 */
public record Range(long first, long last) {
  private static final long ABSURD = 10_000_000;

  public Range {
    List<String> problems = new ArrayList<>();
    if (first < 1) {
      problems.add("a search begins at 1 or more, not at %d".formatted(first));
    }
    if (last < first) {
      problems.add("it cannot begin at %d and end at %d".formatted(first, last));
    }
    if (last > ABSURD) {
      problems.add("nothing is tried above %,d; give less than %,d".formatted(ABSURD, last));
    }
    if (!problems.isEmpty()) {
      throw new BadInput("the levels to try", problems);
    }
  }
}
