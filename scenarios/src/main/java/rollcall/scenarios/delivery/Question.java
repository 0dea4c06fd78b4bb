package rollcall.scenarios.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Passages;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/**
 * Whether what was sent by these ways was taken, and reached whom it was for among these.
 *
 * @param limit how long a fence is waited for
 */
record Question(Chapter chapter, Passages ways, Crowd crowd, Duration limit) {
  static final Duration FENCE_LIMIT = Duration.ofSeconds(10);

  Question(Chapter chapter, Passages ways, Crowd crowd) {
    this(chapter, ways, crowd, FENCE_LIMIT);
  }

  /** Now, and once more when the cell ends. */
  void judge(RollCall roll, Findings findings) {
    findings.add(ways.fence(limit)).add(ways.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    Supplier<List<Finding>> held =
        () -> List.of(delivery.of(chapter.account()), crowd.connections());
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }
}
