package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.fault.StopNode;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.probe.Healing;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** Every node is restarted, one after the other, while messages flow to all clients. */
final class RollingRestart {
  private static final int PER_SECOND = 50;
  private static final int BUSY_TIMES = 3;
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  /** A client that has lost its connection waits this long at most before it first tries again. */
  private static final Duration FIRST_TRY_WITHIN = Duration.ofMillis(1500);

  private final Cluster cluster;
  private final Crowd crowd;
  private final Duration recoversWithin;
  private final Restarts restarts = new Restarts();
  private final List<Finding> findings = new ArrayList<>();
  private List<Member> thrownOut = List.of();

  RollingRestart(Cluster cluster, Crowd crowd) {
    this.cluster = cluster;
    this.crowd = crowd;
    this.recoversWithin = cluster.dialect().promises().recoversWithin();
  }

  /** Until all of them were, or the verdict stands: who is away would not be at the next one. */
  List<Finding> play(Passage passage, Target document) {
    Flow.Course course = new Flow.Course(passage, document);
    Finding comeback;
    try (ForeignLoad foreign = ForeignLoad.beside(cluster)) {
      for (Node node : cluster.nodes()) {
        if (!isRestarted(node, course, foreign)) {
          break;
        }
        // What is lost by now is not in doubt because its client will lose the connection, too.
        Finding fence = passage.fence(FENCE_LIMIT);
        findings.add(fence);
        if (fence.verdict() == Verdict.FAIL) {
          // What is lost stays lost: each further fence would say the same.
          break;
        }
      }
      comeback = bounces().finding(List.of(passage.journal()), foreign);
    }
    findings.add(comeback);
    return findings;
  }

  /** The others have to do without it until it answers and listens again. */
  private boolean isRestarted(Node node, Flow.Course course, ForeignLoad foreign) {
    thrownOut = crowd.on(node.name());
    AtomicReference<Verdict> healing = new AtomicReference<>(Verdict.UNKNOWN);
    long begun = System.nanoTime();
    boolean back;
    try (Flow flow = Flow.down(List.of(course), PER_SECOND)) {
      back = bounces().await(thrownOut, () -> healing.set(restarted(node, foreign)));
    }
    restarts.add(node.name(), begun, thrownOut);
    return back && healing.get() == Verdict.PASS && connections().verdict() == Verdict.PASS;
  }

  private Verdict restarted(Node node, ForeignLoad foreign) {
    Finding healing =
        Healing.of(
            cluster,
            cluster.inject(new StopNode(cluster.nodes().indexOf(node))),
            foreign,
            node.name() + " was started again and listens");
    if (healing.verdict() != Verdict.PASS) {
      findings.add(healing);
    }
    if (healing.verdict() == Verdict.UNKNOWN) {
      // What is sent to it before would be lost by the others' doing.
      cluster.awaitListening(recoversWithin.multipliedBy(BUSY_TIMES));
    }
    return healing.verdict();
  }

  /** Who was thrown out by nobody's restart is not back yet, and is told of as that. */
  private Bounces bounces() {
    return new Bounces(
        connections().verdict() == Verdict.PASS ? crowd.members() : thrownOut,
        recoversWithin.plus(FIRST_TRY_WITHIN));
  }

  /** Whether nobody lost the connection to a node that was not restarted just then. */
  Finding connections() {
    return restarts.connections(crowd.members());
  }
}
