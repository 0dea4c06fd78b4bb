package rollcall.scenarios.cleanup;

import static rollcall.fixtures.junit.Need.CLASSIC_ADAPTER;
import static rollcall.fixtures.junit.Need.SHORT_HEARTBEAT;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.probe.NodeMemory;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RollCall;

/** Row 6 of the test matrix: of who is gone, no socket and no room is left. */
@Row(value = "cleanup", silent = true)
@DisplayName("A client")
public class CleanupScenario {
  /** Once a node knows, or the heartbeat has passed; a busy machine gets more. */
  private static final Duration TIDIED_WITHIN = Duration.ofSeconds(4);

  private static final int CYCLES_PER_BATCH = 16;

  @ClusterTest(
      value = "polite",
      needs = {CLASSIC_ADAPTER, WEBSOCKET})
  @DisplayName("that says good-bye leaves no socket and no room on any node")
  void polite(Cluster cluster, RollCall roll, Findings findings) {
    comeAndGo(new Going("polite", Member::leave, false), cluster, roll, findings);
  }

  @ClusterTest(
      value = "closed-tab",
      needs = {CLASSIC_ADAPTER, WEBSOCKET})
  @DisplayName("whose tab is closed leaves no socket and no room on any node")
  void closedTab(Cluster cluster, RollCall roll, Findings findings) {
    comeAndGo(new Going("tab", Member::cut, false), cluster, roll, findings);
  }

  @ClusterTest(
      value = "vanished",
      needs = {CLASSIC_ADAPTER, WEBSOCKET, SHORT_HEARTBEAT},
      limitSeconds = 120)
  @DisplayName("that vanishes leaves no socket and no room once its heartbeat has been missed")
  void vanished(Cluster cluster, RollCall roll, Findings findings) {
    comeAndGo(new Going("vanished", Member::vanish, true), cluster, roll, findings);
  }

  @ClusterTest(
      value = "undecided",
      needs = {CLASSIC_ADAPTER, WEBSOCKET})
  @DisplayName("that leaves while its subscriptions are being decided is in no room afterwards")
  void undecided(Cluster cluster, RollCall roll, Findings findings) {
    try (Visit visit = new Visit("undecided", cluster, roll, findings)) {
      List<Member> members = visit.gather("lean", Gathering.Kind.LEAN, 4, 6).members();
      for (int i = 0; i < members.size(); i++) {
        for (Target target : visit.targets(i)) {
          // What becomes of it is the question.
          var unused = members.get(i).subscribing(target);
          visit.asked(target);
        }
        Consumer<Member> goes = i % 2 == 0 ? Member::leave : Member::cut;
        goes.accept(members.get(i));
      }
      visit.nothingIsLeft(TIDIED_WITHIN);
    }
  }

  @ClusterTest(
      value = "churn",
      needs = {CLASSIC_ADAPTER, WEBSOCKET})
  @DisplayName("leaves nothing in 500 cycles of connecting, subscribing and leaving")
  void churn(Cluster cluster, RollCall roll, Findings findings) {
    cycle("churn", 500, cluster, roll, findings);
  }

  @Tag("long")
  @ClusterTest(
      value = "long-churn",
      needs = {CLASSIC_ADAPTER, WEBSOCKET},
      limitSeconds = 120)
  @DisplayName("leaves nothing in 2,000 cycles of connecting, subscribing and leaving")
  void longChurn(Cluster cluster, RollCall roll, Findings findings) {
    cycle("longchurn", 2_000, cluster, roll, findings);
  }

  /** How a client goes, and whether the server is to find out by itself. */
  private record Going(String name, Consumer<Member> how, boolean unnoticed) {}

  private static void comeAndGo(Going going, Cluster cluster, RollCall roll, Findings findings) {
    try (Visit visit = new Visit(going.name(), cluster, roll, findings)) {
      Crowd real = visit.gather("real", Gathering.Kind.REAL, 2, 1);
      Crowd lean = visit.gather("lean", Gathering.Kind.LEAN, 2, 3);
      List<Member> members = real.and(lean).members();
      visit.subscribe(members);
      visit.seeThem(members);
      Duration heartbeat = longestHeartbeat(members);
      members.forEach(going.how());
      visit.nothingIsLeft(going.unnoticed() ? TIDIED_WITHIN.plus(heartbeat) : TIDIED_WITHIN);
    }
  }

  private static Duration longestHeartbeat(List<Member> members) {
    return members.stream()
        .map(member -> member.client().heartbeat())
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private static void cycle(
      String name, int cycles, Cluster cluster, RollCall roll, Findings findings) {
    try (Visit visit = new Visit(name, cluster, roll, findings)) {
      NodeMemory memory = new NodeMemory(cluster);
      int done = 0;
      for (int batch = 0; done < cycles; batch++) {
        List<Member> members =
            new ArrayList<>(
                visit.gather("b" + batch, Gathering.Kind.LEAN, 2, CYCLES_PER_BATCH).members());
        visit.subscribe(members);
        for (int i = 0; i < members.size(); i++) {
          Consumer<Member> goes = i % 2 == 0 ? Member::leave : Member::cut;
          goes.accept(members.get(i));
        }
        done += members.size();
        memory.look(done);
        if (members.isEmpty()) {
          return;
        }
      }
      visit.nothingIsLeft(TIDIED_WITHIN, memory.figures());
    }
  }
}
