package rollcall.scenarios.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.traffic.Crowd;

/** One target of each kind that a system has, and every second client in it. */
final class Audience {
  private Audience() {}

  static List<Target> everyKind(Dialect dialect, Crowd crowd) {
    List<Target> targets = new ArrayList<>();
    dialect
        .rooms()
        .forEach(
            (kind, room) -> {
              if (kind.equals(Target.EVERYONE)) {
                targets.add(Target.everyone());
              } else if (kind.equals("user")) {
                targets.add(Target.user(crowd.members().get(0).user()));
              } else if (room.join().filter(dialect::showsEffectOf).isPresent()) {
                Map<String, String> names = new TreeMap<>();
                room.names().forEach(part -> names.put(part, "Größe 1/ü " + kind));
                Target target = new Target(kind, names);
                crowd.everySecond().forEach(member -> member.subscribe(target));
                targets.add(target);
              }
            });
    return targets;
  }

  /** The targets in turn, so that one after another of so many goes to each of them. */
  static List<List<Target>> eachGetsEach(List<Target> targets, int shapes) {
    return targets.stream().map(target -> Collections.nCopies(shapes, target)).toList();
  }
}
