package rollcall.scenarios.stored;

import static rollcall.fixtures.junit.Need.STORED_MESSAGES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Publishing;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.RollCall;

/** From a REST call by way of the database to whoever looks. */
@Row("stored")
@DisplayName("A message that is stored")
public class StoredScenario {
  private static final int MESSAGES = 40;

  @ClusterTest(
      value = "told-after-commit",
      needs = {STORED_MESSAGES, WEBSOCKET})
  @DisplayName(
      "appears once at those whom it is for, without a reload, and whoever fetches it then finds it")
  void toldAfterCommit(Cluster cluster, RollCall roll, Findings findings) {
    Publishing way = cluster.dialect().way(one -> one.fetched().isPresent()).orElseThrow();
    Crowd crowd =
        roll.gather(new Gathering("stored", Transport.WEBSOCKET, Gathering.Kind.LEAN, 2, 2))
            .and(
                roll.gather(
                    new Gathering("stored-real", Transport.WEBSOCKET, Gathering.Kind.REAL, 1, 1)));
    findings.add(crowd.admission());
    Readers readers = new Readers(cluster, way, crowd);
    Target target = target(way, crowd);
    if (!target.kind().equals("user")) {
      readers.due(crowd.everySecond());
      crowd.everySecond().forEach(member -> member.subscribe(target));
    } else {
      readers.due(crowd.members().subList(0, 1));
    }
    readers.store(MESSAGES, target);
    findings.addAll(readers.found()).add(crowd.connections());
    findings.untilCellEnds(() -> List.of(readers.appearance(), crowd.connections()));
  }

  private static Target target(Publishing way, Crowd crowd) {
    String kind = way.kinds().stream().sorted().findFirst().orElse("user");
    return kind.equals("user")
        ? Target.user(crowd.members().get(0).user())
        : new Target(kind, Map.of(kind, "stored-1"));
  }
}
