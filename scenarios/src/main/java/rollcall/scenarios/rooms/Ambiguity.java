package rollcall.scenarios.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Target;

/** Two targets that a system gives the same room, because a part of one holds the separator. */
record Ambiguity(Target one, Target other, String room) {
  private static final Pattern TWO_PARTS = Pattern.compile("\\{(\\w+)\\}([^{}]+)\\{(\\w+)\\}");

  /** One for each kind of room whose name is made of two parts. */
  static List<Ambiguity> of(Dialect dialect) {
    List<Ambiguity> found = new ArrayList<>();
    for (String kind : Twins.kinds(dialect)) {
      Matcher parts = TWO_PARTS.matcher(dialect.room(kind).name());
      if (parts.find()) {
        String between = parts.group(2);
        Target one =
            new Target(kind, Map.of(parts.group(1), "A" + between + "B", parts.group(3), "C"));
        Target other =
            new Target(kind, Map.of(parts.group(1), "A", parts.group(3), "B" + between + "C"));
        if (dialect.roomName(one).equals(dialect.roomName(other))) {
          found.add(new Ambiguity(one, other, dialect.roomName(one)));
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return "%s and %s are both %s".formatted(one.names(), other.names(), room);
  }
}
