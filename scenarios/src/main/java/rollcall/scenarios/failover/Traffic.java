package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.Stream;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;
import rollcall.scenarios.failover.LossTable.Way;

/** Messages from everywhere to the clients of every node, at a fixed rate, whatever happens. */
final class Traffic {
  static final int PER_SECOND = 200;
  private static final Duration SENDS_WITHIN = Duration.ofSeconds(20);
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final List<Lane> lanes;

  Traffic(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  List<Lane> lanes() {
    return lanes;
  }

  /**
   * Through Redis, and by one client of each of these nodes where clients publish, to a document
   * that the members on each of these nodes have subscribed to.
   */
  static Traffic among(List<Node> nodes, Crowd crowd, RollCall roll, Chapter chapter) {
    List<Lane> lanes = new ArrayList<>();
    for (Node to : nodes) {
      Target document = document(chapter, to.name());
      crowd.on(to.name()).forEach(member -> member.subscribe(document));
      lanes.add(
          new Lane(new Way(Optional.empty(), to.name()), roll.throughRedis(chapter), document));
      for (Member publisher : publishers(nodes, crowd, roll)) {
        lanes.add(
            new Lane(
                new Way(Optional.of(publisher.node()), to.name()),
                roll.by(publisher, chapter),
                document));
      }
    }
    return new Traffic(lanes);
  }

  /** One client of each of these nodes; nobody where clients have no means to publish. */
  static List<Member> publishers(List<Node> nodes, Crowd crowd, RollCall roll) {
    return roll.clientsPublish()
        ? nodes.stream().map(node -> crowd.on(node.name()).get(0)).toList()
        : List.of();
  }

  /** What the clients of one node subscribe to; each scenario of a cell has its own. */
  static Target document(Chapter chapter, String node) {
    return Target.document("Task", chapter.name() + "@" + node);
  }

  /** Keeps when each message came, so that how it went can be drawn. */
  void keepTimes() {
    messages().forEach(Stream::keepTimes);
  }

  List<Stream> messages() {
    return lanes.stream().map(lane -> lane.passage().messages()).toList();
  }

  Traffic with(List<Lane> more) {
    List<Lane> all = new ArrayList<>(lanes);
    all.addAll(more);
    return new Traffic(all);
  }

  Flow flow() {
    return Flow.down(lanes.stream().map(Lane::course).toList(), PER_SECOND);
  }

  /** Flows until every lane has sent so many, and ends with a fence down each of them. */
  List<Finding> before(int each) {
    try (Flow flow = flow()) {
      awaitSent(each);
    }
    return fences(false);
  }

  /** Returns once every lane has sent so many from now on. */
  void awaitSent(int each) {
    long begun = System.nanoTime();
    await(
        "every lane has sent " + each,
        SENDS_WITHIN,
        () -> lanes.stream().allMatch(lane -> sentSince(lane, begun) >= each));
  }

  private static long sentSince(Lane lane, long nanos) {
    return lane.passage().journal().sentBetween(nanos, System.nanoTime());
  }

  /**
   * Of all lanes.
   *
   * @param failed whether the verdict stands already, so that they need not be waited for as long
   */
  List<Finding> fences(boolean failed) {
    return new Passages(lanes.stream().map(Lane::passage).toList())
        .fences(failed ? Passage.BEYOND_DOUBT : FENCE_LIMIT);
  }

  /** What nodes refused of what was sent to them while nothing was broken. */
  List<Finding> refusals() {
    return lanes.stream().flatMap(lane -> lane.passage().refusal().stream()).toList();
  }

  static void await(String condition, Duration limit, Callable<Boolean> now) {
    Awaitility.await(condition)
        .dontCatchUncaughtExceptions()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK_EVERY)
        .atMost(limit)
        .until(now);
  }

  /** One finding for all of them that agree, so that the report stays short. */
  static Collection<Finding> summed(Collection<Finding> fences) {
    if (fences.stream().allMatch(fence -> fence.verdict() == Verdict.PASS)) {
      return List.of(
          Finding.pass("fence", "all %d fences arrived everywhere".formatted(fences.size())));
    }
    return List.of(Verdict.FAIL, Verdict.UNKNOWN).stream()
        .map(verdict -> fences.stream().filter(fence -> fence.verdict() == verdict).toList())
        .filter(alike -> !alike.isEmpty())
        .map(alike -> first(alike, fences.size()))
        .toList();
  }

  private static Finding first(List<Finding> alike, int all) {
    return alike.size() == 1
        ? alike.get(0)
        : alike.get(0).saying("; so it was with %d of %d fences".formatted(alike.size(), all));
  }
}
