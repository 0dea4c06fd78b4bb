package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.CLASSIC_ADAPTER;
import static rollcall.fixtures.junit.Need.CLIENT_PUBLISHING;
import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Hazard;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.PayloadShape;
import rollcall.fixtures.ledger.PayloadShape.Content;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Row 1 of the test matrix: to every kind of room, by every way in, of every kind and size. */
@Row("cross-node")
@DisplayName("A published message")
public class ContentScenario {
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(20);

  /** A connection that is closed for what it sent is so at once. */
  private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

  /** What one message may weigh by default is 1,000,000 bytes, with what it is wrapped in. */
  private static final int LARGEST_BY_CLIENT = 900_000;

  private static final int TOO_LARGE = PayloadShape.SIZE_MAX;
  private static final int LARGEST_BY_REDIS = 1_000_000;

  private static final List<PayloadShape> BYTES =
      List.of(
          new PayloadShape(Content.BINARY, 1),
          new PayloadShape(Content.UNICODE, 300),
          new PayloadShape(Content.BINARY, 1_000),
          new PayloadShape(Content.BINARY, 100_000));

  @ClusterTest(
      value = "kinds",
      needs = {REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("to a room of any kind that the system has reaches all who are in it, intact")
  void kinds(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/kinds");
    Crowd crowd = gather("kinds", 2, roll, findings);
    List<Target> targets = Audience.everyKind(roll.dialect(), crowd);
    Passages ways = roll.everyWay(chapter, crowd.onePerNode());
    ways.send(4 * targets.size(), targets);
    new Question(chapter, ways, crowd, FENCE_LIMIT).judge(roll, findings);
  }

  @ClusterTest(
      value = "adapter-protocol",
      needs = {CLASSIC_ADAPTER, WEBSOCKET})
  @DisplayName("in the adapter's own protocol, bytes too, reaches all whom it is for, intact")
  void adapterProtocol(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/adapter-protocol");
    Crowd crowd = gather("emitter", 2, roll, findings);
    List<Target> targets = Audience.everyKind(roll.dialect(), crowd);
    List<Passage> ways = List.of(roll.asNodesDo(chapter), roll.asNodesDo(chapter).carrying(BYTES));
    // As many as are needed for each target to get each shape.
    ways.forEach(way -> Audience.eachGetsEach(targets, 4).forEach(turn -> way.send(4, turn)));
    new Question(chapter, new Passages(ways), crowd, FENCE_LIMIT).judge(roll, findings);
  }

  @ClusterTest(
      value = "sizes",
      needs = {REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName(
      "of any size from 1 byte to 1 MB arrives intact, and whoever sent it stays connected")
  void sizes(Cluster cluster, RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/sizes");
    Crowd crowd = gather("sizes", 1, roll, findings);
    List<Passage> ways = new ArrayList<>();
    List<PayloadShape> throughRedis = upTo(LARGEST_BY_REDIS);
    List<PayloadShape> byClient = upTo(LARGEST_BY_CLIENT);
    ways.add(roll.throughRedis(chapter).carrying(throughRedis));
    if (CLIENT_PUBLISHING.isMetBy(cluster.plan())) {
      crowd.onePerNode().forEach(member -> ways.add(roll.by(member, chapter).carrying(byClient)));
    }
    ways.forEach(way -> way.send(throughRedis.size(), roll.toEverybody()));
    new Question(chapter, new Passages(ways), crowd, FENCE_LIMIT).judge(roll, findings);
  }

  @ClusterTest(
      value = "too-large",
      needs = {CLIENT_PUBLISHING, WEBSOCKET})
  @Hazard(
      "a server closes the connection of a client that sends more than it takes, and says no why")
  @DisplayName("by a client that is larger than a server takes costs that client its connection")
  void tooLarge(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("cross-node/too-large");
    Crowd crowd =
        roll.gather(new Gathering("too-large", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, 2));
    Member sender = crowd.members().get(0);
    Passage passage = roll.by(sender, chapter).carrying(new PayloadShape(Content.ASCII, TOO_LARGE));
    passage.send(Target.user(crowd.members().get(1).user()), System.nanoTime());
    try {
      Awaitility.await("the sender's connection is closed")
          .atMost(CLOSED_WITHIN)
          .until(() -> sender.away().isPresent());
      findings.add(
          Finding.pass("closed", "%s was closed: %s".formatted(sender, sender.away().orElse(""))));
    } catch (ConditionTimeoutException e) {
      findings.add(Finding.unknown("closed", "%s stayed connected".formatted(sender)));
    }
    findings.untilCellEnds(() -> onlyWrong(new Delivery(true, false).of(chapter.account())));
  }

  /** It is in doubt, so that nothing is due; what went astray is not excused by that. */
  private static List<Finding> onlyWrong(Finding delivery) {
    return delivery.verdict() == Verdict.FAIL ? List.of(delivery) : List.of();
  }

  private static List<PayloadShape> upTo(int largest) {
    return IntStream.of(1, 10, 100, 1_000, 10_000, 65_536, largest)
        .mapToObj(size -> new PayloadShape(size < 100_000 ? Content.UNICODE : Content.ASCII, size))
        .toList();
  }

  private static Crowd gather(String label, int each, RollCall roll, Findings findings) {
    return Company.gather(
            new Gathering(label + "-real", Transport.WEBSOCKET, Gathering.Kind.REAL, 0, 1),
            new Gathering(label + "-lean", Transport.WEBSOCKET, Gathering.Kind.LEAN, 2, each),
            roll,
            findings)
        .all();
  }
}
