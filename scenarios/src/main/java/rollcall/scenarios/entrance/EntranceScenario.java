package rollcall.scenarios.entrance;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.PROMISED_ANSWERS;
import static rollcall.fixtures.junit.Need.REFUSALS;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Dialect.Refused;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.probe.Silence;
import rollcall.fixtures.traffic.Door;
import rollcall.reports.Finding;

/** What somebody meets who comes to the entrance. */
@Row("entrance")
@DisplayName("Whoever comes to the entrance")
public class EntranceScenario {
  private static final String HANDSHAKE = "handshake";

  @ClusterTest(
      value = "handshake",
      needs = {BALANCER})
  @DisplayName("is answered with a handshake, as at a node itself")
  void handshake(Cluster cluster, Findings findings) {
    Door door = new Door(cluster);
    URI node = cluster.nodes().get(0).origin();
    findings.add(answered(door, "a node", node));
    findings.add(answered(door, "the entrance", cluster.entrance().origin()));
  }

  private static Finding answered(Door door, String where, URI origin) {
    Door.Answer answer = door.handshakeAt(origin);
    String seen = seen(where, " at " + door.path(), answer.shown(), answer);
    if (door.polls()) {
      return shakesHands(seen, answer);
    }
    return door.opening(origin)
        .map(
            why ->
                Silence.in(
                    Finding.fail(
                        HANDSHAKE, "%s let no WebSocket in (%s); %s".formatted(where, why, seen)),
                    List.of(why)))
        .orElse(Finding.pass(HANDSHAKE, where + " let a WebSocket in at " + door.path()));
  }

  static String seen(String where, String at, String said, Door.Answer answer) {
    return answer.status() == 0
        ? "%s gave no answer%s: %s".formatted(where, at, said)
        : "%s answered HTTP %d%s: %s".formatted(where, answer.status(), at, said);
  }

  static Finding shakesHands(String seen, Door.Answer answer) {
    return answer.isHandshake()
        ? Finding.pass(HANDSHAKE, seen)
        : Silence.in(
            Finding.fail(HANDSHAKE, seen + ", and not 200 with a handshake"), answer.silence());
  }

  @ClusterTest(
      value = "answers",
      needs = {PROMISED_ANSWERS})
  @DisplayName("is told at each path what the system promises there")
  void answers(Cluster cluster, Findings findings) {
    Door door = new Door(cluster);
    cluster
        .dialect()
        .promises()
        .answers()
        .forEach(
            (path, promised) ->
                findings.add(
                    told(
                        path, promised, door.answerAt(cluster.entrance().origin().resolve(path)))));
  }

  static Finding told(String path, JsonNode promised, Door.Answer answer) {
    String seen = seen(path, "", answer.body(), answer);
    return answer.status() == 200 && answer.isJson(promised)
        ? Finding.pass("answers", seen)
        : Silence.in(
            Finding.fail("answers", "%s, and not 200 with %s".formatted(seen, promised)),
            answer.silence());
  }

  @ClusterTest(
      value = "refused",
      needs = {REFUSALS})
  @DisplayName("with what is not right is refused, and with what is right let in")
  void refused(Cluster cluster, Findings findings) {
    Door door = new Door(cluster);
    Map<String, Refused> wrong = cluster.dialect().handshake().refused();
    Optional<String> right = door.refusal(cluster.dialect().handshake());
    findings.add(
        right
            .map(
                why ->
                    Silence.in(
                        Finding.fail("admission", "what is right was refused: " + why),
                        List.of(why)))
            .orElse(Finding.pass("admission", "what is right was let in")));
    wrong.forEach(
        (name, what) ->
            findings.add(
                door.refusal(cluster.dialect().handshake().with(what))
                    .map(why -> refusal(name, why))
                    .orElse(Finding.fail("refusal", name + " was let in"))));
  }

  /** Who is left waiting may be let in later. */
  private static Finding refusal(String name, String why) {
    return Silence.is(why)
        ? Silence.in(
            Finding.fail(
                "refusal", "%s was not refused, but left waiting: %s".formatted(name, why)),
            List.of(why))
        : Finding.pass("refusal", "%s: %s".formatted(name, why));
  }
}
