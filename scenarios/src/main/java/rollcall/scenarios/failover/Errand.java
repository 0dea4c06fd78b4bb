package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.ledger.Counts;
import rollcall.fixtures.ledger.Phase;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** One passage to one client, of which one end or the other sits on the node to be faulted. */
final class Errand {
  private static final int MESSAGES = 10;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(5);

  private final RollCall roll;
  private final Crowd crowd;
  private final Chapter chapter;
  private final Ends ends;
  private final Passage passage;
  private Target target;
  private long begunNanos;

  /**
   * Where it ends.
   *
   * @param faulted the place in the cluster's list of the node to be faulted
   * @param receiver who it is for
   */
  private record Ends(int faulted, Member receiver) {}

  private Errand(RollCall roll, Crowd crowd, Chapter chapter, Ends ends, Passage passage) {
    this.roll = roll;
    this.crowd = crowd;
    this.chapter = chapter;
    this.ends = ends;
    this.passage = passage;
    this.target = Target.document("Task", chapter.name() + " to " + ends.receiver().node());
    ends.receiver().subscribe(target);
  }

  /** Through Redis to a client on the node. */
  static Errand begin(Cluster cluster, RollCall roll, Seed seed) {
    int faulted = seed.random().nextInt(cluster.nodes().size());
    Crowd crowd =
        roll.gather(new Gathering("errand", Transport.WEBSOCKET, Gathering.Kind.LEAN, 0, 1));
    Chapter chapter = roll.ledger().chapter("redis-hazard");
    Member receiver = crowd.on(cluster.nodes().get(faulted).name()).get(0);
    Ends ends = new Ends(faulted, receiver);
    return new Errand(roll, crowd, chapter, ends, roll.throughRedis(chapter));
  }

  /** By a client on the node to a client elsewhere. */
  Errand fromFaulted() {
    Ends turned = new Ends(ends.faulted(), elsewhere());
    return new Errand(roll, crowd, chapter, turned, roll.by(ends.receiver(), chapter));
  }

  /** By a client elsewhere to the client on the node. */
  Errand fromElsewhere() {
    return new Errand(roll, crowd, chapter, ends, roll.by(elsewhere(), chapter));
  }

  private Member elsewhere() {
    List<Member> others = new ArrayList<>(crowd.members());
    others.removeAll(crowd.on(place()));
    return others.get(0);
  }

  int faulted() {
    return ends.faulted();
  }

  /** The name of the node that the client sits on. */
  String place() {
    return ends.receiver().node();
  }

  /** Whether messages arrive while nothing is broken: else their absence would say nothing. */
  Finding works() {
    passage.send(MESSAGES, List.of(target));
    return fence(FENCE_LIMIT);
  }

  Finding fence(Duration limit) {
    return passage.fence(limit);
  }

  Flow flow(int perSecond) {
    passage.enter(Phase.DURING);
    begunNanos = System.nanoTime();
    return Flow.down(List.of(new Flow.Course(passage, target)), perSecond);
  }

  /** Whether so many have been sent since the flow began. */
  boolean hasSent(int count) {
    return passage.journal().sentBetween(begunNanos, System.nanoTime()) >= count;
  }

  void sendDuring() {
    passage.enter(Phase.DURING);
    passage.send(MESSAGES, List.of(target));
  }

  /**
   * A room that the client's node had not is joined, first by somebody elsewhere; returns once that
   * was acknowledged to both.
   */
  void joinAnother() {
    target = Target.document("Task", chapter.name() + " later");
    elsewhere().subscribe(target);
    ends.receiver().subscribe(target);
  }

  /** Whether everything has arrived at least at somebody: Redis has taken it. */
  boolean passedRedis() {
    return counts().delivered() >= 2 * MESSAGES;
  }

  boolean arrivedSince(long nanos) {
    return passage.journal().firstArrivalOfSentSince(nanos).isPresent();
  }

  Counts counts() {
    return roll.ledger().account(List.of(passage.messages())).total();
  }

  /** What comes now is nobody's: everybody leaves. */
  void end() {
    crowd.leave();
  }
}
