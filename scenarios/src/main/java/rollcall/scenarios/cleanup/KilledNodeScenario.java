package rollcall.scenarios.cleanup;

import static rollcall.fixtures.junit.Need.CLASSIC_ADAPTER;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Injection;
import rollcall.fixtures.fault.KillNode;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.probe.Healing;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Row 6 of the test matrix, where a whole node goes. */
@Row(value = "node-failure", disturbs = true)
@DisplayName("Clients of a lost node")
public class KilledNodeScenario {
  private static final Duration TIDIED_WITHIN = Duration.ofSeconds(4);

  @ClusterTest(
      value = "leftovers",
      needs = {CLASSIC_ADAPTER, WEBSOCKET, SEVERAL_NODES})
  @DisplayName("leave no socket and no room on any other node, nor on it when it is back")
  void leftovers(Cluster cluster, RollCall roll, Findings findings, Seed seed) {
    int killed = seed.random().nextInt(cluster.nodes().size());
    String name = cluster.nodes().get(killed).name();
    try (Visit visit = new Visit("leftovers", cluster, roll, findings)) {
      List<Member> members = visit.gather("lean", Gathering.Kind.LEAN, 0, 4).members();
      visit.subscribe(members);
      visit.seeThem(members);
      Injection injection = cluster.inject(new KillNode(killed));
      members.stream().filter(member -> !member.node().equals(name)).forEach(Member::leave);
      visit.nothingIsLeftBut(name, TIDIED_WITHIN);
      Finding healing = healing(cluster, injection, name);
      findings.add(healing);
      if (healing.verdict() == Verdict.PASS) {
        visit.noRoomIsLeft();
      }
    }
  }

  private static Finding healing(Cluster cluster, Injection injection, String name) {
    try (ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      return Healing.of(cluster, injection, foreign, name + " was started again and listens");
    }
  }
}
