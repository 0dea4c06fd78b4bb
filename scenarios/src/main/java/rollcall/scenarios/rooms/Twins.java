package rollcall.scenarios.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Target;

/** Names that are easily taken for one another or hard to carry, and rooms that bear them. */
final class Twins {
  private static final String NAME = "anna";
  private static final int LONGEST = 500;

  /** No two are equal; none holds a colon, which has a scenario of its own. */
  static final List<String> NAMES =
      Stream.of(
              Stream.of(NAME, "ann", "anna2", "annb", "Anna", "ANNA", " anna", "anna "),
              Stream.of("anna b", "anna-b", "anna_b", "anna.b", "anna/b", "anna\\b", "annab"),
              // Composed and decomposed, and without.
              Stream.of("ann\u00e9", "anne\u0301", "anne"),
              Stream.of("\"anna\"", "'anna'", "anna\nb", "%61nna", "anna+b", "{user}"),
              // What Redis channels and patterns are made of.
              Stream.of("anna#", "#anna", "anna*", "ann?", "[anna]"),
              Stream.of("\ud83d\ude00", "\ud83d\ude01", "__proto__", "null", "0"),
              Stream.of("b", "c").map(last -> "a".repeat(LONGEST - 1) + last))
          .flatMap(names -> names)
          .toList();

  private Twins() {}

  /** Every room of this kind in which one part bears one of the names, by the name. */
  static Map<Target, String> rooms(Dialect dialect, String kind) {
    Map<Target, String> rooms = new LinkedHashMap<>();
    Set<String> parts = dialect.room(kind).names();
    for (String part : parts) {
      for (String name : NAMES) {
        Map<String, String> names = new LinkedHashMap<>();
        parts.forEach(any -> names.put(any, NAME));
        names.put(part, name);
        rooms.putIfAbsent(new Target(kind, names), name);
      }
    }
    return rooms;
  }

  /** The kinds of room that a client can be in and knows when it is. */
  static List<String> kinds(Dialect dialect) {
    List<String> kinds = new ArrayList<>();
    dialect
        .rooms()
        .forEach(
            (kind, room) -> {
              boolean byAsking = room.join().filter(dialect::showsEffectOf).isPresent();
              if (byAsking || kind.equals("user")) {
                kinds.add(kind);
              }
            });
    return kinds;
  }
}
