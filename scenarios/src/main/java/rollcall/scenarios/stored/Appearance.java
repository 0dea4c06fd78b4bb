package rollcall.scenarios.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.reports.Finding;

/**
 * Has every message appeared once, as the event that it is, at each client that it is for?
 *
 * @param stored so many of each event
 * @param astray what reached somebody whom it is not for
 */
record Appearance(Map<String, Long> stored, List<Reader> due, Optional<String> astray) {
  private static final String PROBE = "appearance";
  private static final int TOLD = 3;

  /**
   * A client that it is for.
   *
   * @param stayed whether it kept its connection: else everything is in doubt there
   */
  record Reader(String name, boolean stayed, List<Copy> copies) {
    private long distinct() {
      return copies.stream().map(Copy::id).distinct().count();
    }
  }

  /** What it was told of once. */
  record Copy(String event, String id) {}

  Finding finding() {
    List<String> wrong = new ArrayList<>();
    due.forEach(reader -> wrong.addAll(wrongAt(reader)));
    astray.ifPresent(wrong::add);
    if (!wrong.isEmpty()) {
      return Finding.fail(PROBE, String.join("; ", wrong.subList(0, Math.min(TOLD, wrong.size()))));
    }
    long stayed = due.stream().filter(Reader::stayed).count();
    return stayed == 0
        ? Finding.unknown(PROBE, "none of %d clients kept its connection".formatted(due.size()))
        : Finding.pass(
            PROBE, "%d messages appeared once at each of %d clients".formatted(all(), stayed));
  }

  private long all() {
    return stored.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<String> wrongAt(Reader reader) {
    List<String> wrong = new ArrayList<>();
    long distinct = reader.distinct();
    if (reader.stayed() && distinct < all()) {
      wrong.add("%d of %d did not appear at %s".formatted(all() - distinct, all(), reader.name()));
    }
    if (distinct < reader.copies().size()) {
      wrong.add(
          "%d appeared twice at %s".formatted(reader.copies().size() - distinct, reader.name()));
    }
    if (reader.stayed()) {
      stored.forEach(
          (event, expected) -> {
            long seen = reader.copies().stream().filter(one -> one.event().equals(event)).count();
            if (seen < expected) {
              wrong.add(
                  "%s appeared %d times of %d at %s"
                      .formatted(event, seen, expected, reader.name()));
            }
          });
    }
    return wrong;
  }
}
