package rollcall.scenarios.cleanup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rollcall.fixtures.census.Census;
import rollcall.fixtures.census.Held;
import rollcall.fixtures.census.Look;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/**
 * A crowd that comes and goes, between two counts of every node's sockets and rooms. One client on
 * each node stays all the time, by whose socket the nodes' answers are told apart.
 */
final class Visit implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration VERDICT_STANDS = Duration.ofSeconds(1);
  private static final int BUSY_TIMES = 3;

  private final String name;
  private final Cluster cluster;
  private final RollCall roll;
  private final Findings findings;
  private final Census census;
  private final Look before;
  private final Set<String> rooms = new LinkedHashSet<>();

  Visit(String name, Cluster cluster, RollCall roll, Findings findings) {
    this.name = name;
    this.cluster = cluster;
    this.roll = roll;
    this.findings = findings;
    findings.counting(roll::deliveries);
    Crowd markers = gather("marker", Gathering.Kind.LEAN, 0, 1);
    findings.add(markers.placement());
    this.census = new Census(cluster, markers.markers());
    // Readiness probes never joined a namespace, so there is nothing of them to wait for.
    this.before = census.settled(LIMIT);
  }

  Crowd gather(String label, Gathering.Kind kind, int throughEntrance, int pastEach) {
    Crowd crowd =
        roll.gather(
            new Gathering(
                "%s-%s".formatted(name, label),
                Transport.WEBSOCKET,
                kind,
                throughEntrance,
                pastEach));
    // Of thousands that got in one by one there is nothing to tell.
    if (!crowd.refused().isEmpty() || rooms.isEmpty()) {
      findings.add(crowd.admission());
    }
    return crowd;
  }

  /** Each of them enters a room of every kind, in part one that others are in too. */
  void subscribe(List<Member> members) {
    List<Decision> asked = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      for (Target target : targets(i)) {
        asked.add(members.get(i).subscribing(target));
        asked(target);
      }
    }
    asked.forEach(Decision::await);
  }

  /** A room of every kind that one asks to get in. */
  List<Target> targets(int number) {
    List<Target> targets = new ArrayList<>();
    roll.dialect()
        .rooms()
        .forEach(
            (kind, room) -> {
              if (room.join().filter(call -> call.acknowledged()).isPresent()) {
                Map<String, String> names = new TreeMap<>();
                room.names().forEach(part -> names.put(part, name + number / 2));
                targets.add(new Target(kind, names));
              }
            });
    return targets;
  }

  /** Says whether both counts see these and the rooms they are in. */
  void seeThem(List<Member> members) {
    Map<String, Held> expected = new TreeMap<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Set<String> in = new TreeSet<>();
      targets(i).forEach(target -> in.add(roll.dialect().roomName(target)));
      Held one = new Held(Set.of(member.client().socketId()), in);
      expected.merge(member.node(), one, Held::and);
    }
    Finding seen = census.shows(expected, LIMIT);
    if (seen.verdict() != Verdict.PASS) {
      findings.add(seen);
    }
  }

  /** Says whether nothing is left of them within the limit, and at the end of the cell. */
  void nothingIsLeft(Duration limit) {
    nothingIsLeft(limit, Map.of());
  }

  /** The same, with figures about what was done meanwhile. */
  void nothingIsLeft(Duration limit, Map<String, Object> figures) {
    findings.add(returned(before, limit).with(figures));
    lookAgainAtTheEnd();
  }

  /** The same of all nodes but one that is not there any more. */
  void nothingIsLeftBut(String node, Duration limit) {
    findings.add(returned(before.without(node), limit));
    lookAgainAtTheEnd();
  }

  /** While others keep the machine busy a server may take longer to tidy up. */
  private Finding returned(Look then, Duration limit) {
    boolean broken = findings.verdict() == Verdict.FAIL;
    try (ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      Finding found = census.returnedTo(then, broken ? VERDICT_STANDS : limit);
      boolean excused = foreign.judge(found).verdict() != found.verdict();
      return excused ? census.returnedTo(then, limit.multipliedBy(BUSY_TIMES)) : found;
    }
  }

  /** Says whether no node, a fresh one among them, holds a room of theirs now. */
  void noRoomIsLeft() {
    findings.add(census.without(Set.copyOf(rooms)));
  }

  private void lookAgainAtTheEnd() {
    Set<String> whose = Set.copyOf(rooms);
    findings.untilCellEnds(() -> List.of(atTheEnd(whose)));
  }

  private Finding atTheEnd(Set<String> whose) {
    try (Census last = new Census(cluster, Map.of())) {
      return last.without(whose);
    }
  }

  /** What may be left by those who asked for these rooms and did not wait. */
  void asked(Target target) {
    rooms.add(roll.dialect().roomName(target));
  }

  @Override
  public void close() {
    census.close();
  }
}
