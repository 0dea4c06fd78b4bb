package rollcall.matrix;

import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Row;
import rollcall.reports.Finding;

/** Scenarios that are played by tests only. */
final class Samples {
  private Samples() {}

  @Row("room")
  @DisplayName("A room")
  static final class Room {
    @ClusterTest("alone")
    @DisplayName("stays alone")
    void alone(Findings findings) {
      findings.add(Finding.pass("delivery", "nobody else got it"));
    }

    @ClusterTest("full")
    @DisplayName("gets all")
    void full(Cluster cluster, Findings findings) {
      findings.add(
          cluster.plan().logs().endsWith("lossy")
              ? Finding.fail("delivery", "1 of 10 was lost")
              : Finding.pass("delivery", "10 of 10"));
    }
  }

  @Row("odd")
  static final class Odd {
    @ClusterTest(value = "spread", needs = Need.SEVERAL_NODES)
    void spread(Findings findings) {
      findings.add(Finding.pass("delivery", "everywhere"));
    }

    @ClusterTest("wrong")
    void wrong(Thread nobodyKnows) {}
  }
}
