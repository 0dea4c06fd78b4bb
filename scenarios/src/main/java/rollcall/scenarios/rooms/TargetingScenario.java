package rollcall.scenarios.rooms;

import static rollcall.fixtures.junit.Need.JOINED_NAMES;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Row 2 of the test matrix: only those for whom a message is, get it. */
@Row("targeting")
@DisplayName("A message")
public class TargetingScenario {
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(15);
  private static final int BYSTANDERS_PER_NODE = 100;
  private static final int MESSAGES = 10;

  @ClusterTest(
      value = "user",
      needs = {REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("to a user reaches all connections of that user on every node and no bystander")
  void toAUser(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("targeting/user");
    findings.counting(roll::deliveries);
    Crowd bystanders =
        gathered(roll, findings, crowd("bystander", Gathering.Kind.LEAN, 0, BYSTANDERS_PER_NODE));
    List<String> users = List.of("everywhere@rollcall.test", "elsewhere@rollcall.test");
    Crowd real = gathered(roll, findings, crowd("real", Gathering.Kind.REAL, 2, 2).of(users));
    Crowd lean = gathered(roll, findings, crowd("lean", Gathering.Kind.LEAN, 2, 2).of(users));
    findings.add(real.placement()).add(lean.placement()).add(bystanders.placement());

    Passages ways = roll.everyWay(chapter, bystanders.onePerNode());
    ways.send(MESSAGES, users.stream().map(Target::user).toList());
    judge(chapter, ways, roll, findings);
    findings.untilCellEnds(() -> List.of(bystanders.connections(), real.and(lean).connections()));
  }

  @ClusterTest(
      value = "twins",
      needs = {REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("to a room of any kind reaches nobody in a room whose name looks like it")
  void amongTwins(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("targeting/twins");
    findings.counting(roll::deliveries);
    Crowd crowd =
        gathered(
            roll,
            findings,
            crowd("twin", Gathering.Kind.LEAN, 0, Twins.NAMES.size()).of(Twins.NAMES));
    findings.add(crowd.placement());
    Map<String, List<Member>> byUser =
        crowd.members().stream().collect(Collectors.groupingBy(Member::user));

    List<Target> rooms = new ArrayList<>();
    List<Decision> asked = new ArrayList<>();
    List<String> kinds = Twins.kinds(roll.dialect());
    for (int shift = 0; shift < kinds.size(); shift++) {
      String kind = kinds.get(shift);
      // Who has a name in one kind has another in the next: kinds too can be mistaken.
      for (Map.Entry<Target, String> room : Twins.rooms(roll.dialect(), kind).entrySet()) {
        int name = Twins.NAMES.indexOf(room.getValue()) + (kind.equals("user") ? 0 : 1 + shift);
        rooms.add(room.getKey());
        if (!kind.equals("user")) {
          byUser
              .getOrDefault(Twins.NAMES.get(name % Twins.NAMES.size()), List.of())
              .forEach(member -> asked.add(member.subscribing(room.getKey())));
        }
      }
    }
    asked.forEach(Decision::await);

    Passages ways = roll.everyWay(chapter, crowd.onePerNode());
    ways.send(rooms.size(), rooms);
    judge(chapter, ways, roll, findings);
    findings.untilCellEnds(() -> List.of(crowd.connections()));
  }

  @ClusterTest(
      value = "ambiguous-names",
      needs = {REDIS_PUBLISHING, WEBSOCKET, JOINED_NAMES})
  @Hazard("a room's name joins its parts, so a part that holds the separator makes two rooms one")
  @DisplayName("to a room whose name can be read in two ways reaches those in the other one too")
  void ambiguousNames(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("targeting/ambiguous-names");
    Crowd crowd = gathered(roll, findings, crowd("ambiguous", Gathering.Kind.LEAN, 0, 1));
    List<Ambiguity> ambiguities = Ambiguity.of(roll.dialect());
    for (Ambiguity ambiguity : ambiguities) {
      crowd.subscribe(ambiguity.other());
    }
    Passages ways = roll.everyWay(chapter, List.of());
    ways.send(ambiguities.size(), ambiguities.stream().map(Ambiguity::one).toList());
    findings.add(ways.fence(FENCE_LIMIT));
    long strayed = chapter.account().total().misdelivered();
    findings.add(
        strayed > 0
            ? Finding.pass(
                "names",
                "%d messages reached those in another room: %s".formatted(strayed, ambiguities))
            : Finding.unknown("names", "nobody got what was for another room: " + ambiguities));
  }

  private static Gathering crowd(String label, Gathering.Kind kind, int entrance, int pastEach) {
    return new Gathering("targeting-" + label, Transport.WEBSOCKET, kind, entrance, pastEach);
  }

  private static Crowd gathered(RollCall roll, Findings findings, Gathering gathering) {
    Crowd crowd = roll.gather(gathering);
    findings.add(crowd.admission());
    return crowd;
  }

  private static void judge(Chapter chapter, Passages ways, RollCall roll, Findings findings) {
    findings.add(ways.fence(FENCE_LIMIT)).add(ways.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    findings.add(delivery.of(chapter.account()));
    findings.untilCellEnds(() -> List.of(delivery.of(chapter.account())));
  }
}
