package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.ONE_REDIS;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Two environments that share a Redis. */
@Row("shared-redis")
@DisplayName("A message")
public class SharedRedisScenario {
  /** The nodes have 0 selected. */
  private static final int ANOTHER = 5;

  private static final int MESSAGES = 10;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(5);

  @ClusterTest(
      value = "other-database",
      needs = {REDIS_PUBLISHING, WEBSOCKET, ONE_REDIS})
  @Hazard("publishing knows no databases: environments with one Redis hear each other")
  @DisplayName("of another environment arrives, although its database has another number")
  void otherDatabase(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("shared-redis/other-database");
    Crowd crowd =
        roll.gather(new Gathering("shared", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, 1));
    findings.counting(roll::deliveries);
    findings.add(crowd.admission());
    Passage other = roll.throughDatabase(ANOTHER, chapter);
    other.send(MESSAGES, List.of(Target.user(crowd.members().get(0).user())));
    Finding fence = other.fence(FENCE_LIMIT);
    long heard = roll.ledger().account(List.of(other.messages())).total().delivered();
    findings.add(
        heard > 0
            ? Finding.pass(
                "database",
                "%d of %d messages published on database %d arrived"
                    .formatted(heard, MESSAGES, ANOTHER))
            : Finding.unknown(
                "database", "nothing of another database was heard; " + fence.evidence()));
  }
}
