package rollcall.scenarios.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/** The updates of one scenario: who gets them, how they are sent, and what is found of them. */
final class Updates {
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  /** Around each decision at least so many are sent down every way. */
  private static final int MEANWHILE_LEAST = 5;

  private static final Duration BETWEEN = Duration.ofMillis(2);

  /** Longer than a client waits for its answer: it says what is wrong. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

  private final String name;
  private final RollCall roll;
  private final Findings findings;
  private final Chapter chapter;
  private final List<Member> members = new ArrayList<>();
  private Passages ways;
  private boolean fenced = true;

  Updates(String name, RollCall roll, Findings findings) {
    this.name = name;
    this.roll = roll;
    this.findings = findings;
    this.chapter = roll.ledger().chapter("subscription/" + name);
    this.ways = roll.everyWay(chapter, List.of());
    findings.counting(roll::deliveries);
  }

  /** So many real and twice as many lean ones on each node. */
  Crowd gather(String label, int realPerNode) {
    Crowd real = gather(gathering(label + "-real", Gathering.Kind.REAL, realPerNode));
    Crowd lean = gather(gathering(label + "-lean", Gathering.Kind.LEAN, 2 * realPerNode));
    findings.add(real.placement());
    return real.and(lean);
  }

  Crowd gather(Gathering gathering) {
    Crowd crowd = roll.gather(gathering);
    findings.add(crowd.admission());
    members.addAll(crowd.members());
    return crowd;
  }

  private static Gathering gathering(String label, Gathering.Kind kind, int perNode) {
    return new Gathering("subscription-" + label, Transport.WEBSOCKET, kind, 0, perNode);
  }

  /** Through Redis, and by one of these on each node. */
  void publishedBy(Crowd crowd) {
    ways = roll.everyWay(chapter, crowd.onePerNode());
  }

  /** Sends so many to each, and returns once everybody has what is due: silence is then silence. */
  void send(int each, Target... targets) {
    ways.send(each * targets.length, Arrays.asList(targets));
    fence();
  }

  /** Sends so many and does not look back. */
  void flow(int count, Target target) {
    ways.send(count, List.of(target));
  }

  /**
   * Lets each of them ask while updates flow. Everything sent before has arrived: a node that still
   * had it to hand on could hand it to one who joined after it was sent.
   */
  void sendWhile(Target target, List<Member> members, Function<Member, Decision> ask) {
    List<Decision> decisions = members.stream().map(ask).toList();
    ways.send(MEANWHILE_LEAST, List.of(target));
    Awaitility.await("the answer to each of %d requests".formatted(decisions.size()))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN)
        .atMost(ANSWERED_WITHIN)
        .until(
            () -> {
              ways.send(1, List.of(target));
              return decisions.stream().allMatch(Decision::isMade);
            });
    decisions.forEach(Decision::await);
    flow(MEANWHILE_LEAST, target);
    fence();
  }

  private void fence() {
    Finding fence = ways.fence(FENCE_LIMIT);
    if (fence.verdict() != Verdict.PASS) {
      fenced = false;
      findings.add(fence);
    }
  }

  void judge() {
    if (fenced) {
      findings.add(Finding.pass("fence", "every fence of %s arrived everywhere".formatted(name)));
    }
    findings.add(ways.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    Supplier<List<Finding>> held =
        () -> List.of(delivery.of(chapter.account()), Crowd.kept(members));
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }
}
