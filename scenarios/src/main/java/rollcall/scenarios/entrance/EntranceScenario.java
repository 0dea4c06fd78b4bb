package rollcall.scenarios.entrance;

import static rollcall.fixtures.junit.Need.BALANCER;
import static rollcall.fixtures.junit.Need.POLLING;
import static rollcall.fixtures.junit.Need.REFUSALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Dialect.Refused;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.traffic.Door;
import rollcall.reports.Finding;

/** What somebody meets who comes to the entrance. */
@Row("entrance")
@DisplayName("Whoever comes to the entrance")
public class EntranceScenario {
  @ClusterTest(
      value = "handshake",
      needs = {POLLING, BALANCER})
  @DisplayName("is answered 200 and a handshake, as at a node itself")
  void handshake(Cluster cluster, Findings findings) {
    Door door = new Door(cluster);
    findings.add(
        answered("a node", door.handshakeAt(Cluster.origin(cluster.nodes().get(0).address()))));
    findings.add(answered("the entrance", door.handshakeAt(cluster.entranceOrigin())));
  }

  private static Finding answered(String where, Door.Answer answer) {
    String seen = "%s answered HTTP %d: %s".formatted(where, answer.status(), answer.shown());
    return answer.isHandshake()
        ? Finding.pass("handshake", seen)
        : Finding.fail("handshake", seen + ", and not 200 with a handshake");
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
            .map(why -> Finding.fail("admission", "what is right was refused: " + why))
            .orElse(Finding.pass("admission", "what is right was let in")));
    List<String> reasons = new ArrayList<>();
    wrong.forEach(
        (name, what) ->
            door.refusal(cluster.dialect().handshake().with(what))
                .ifPresentOrElse(
                    why -> reasons.add("%s: %s".formatted(name, why)),
                    () -> findings.add(Finding.fail("refusal", name + " was let in"))));
    if (reasons.size() == wrong.size()) {
      findings.add(Finding.pass("refusal", String.join("; ", reasons)));
    }
  }
}
