package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.AFFINITY;
import static rollcall.fixtures.junit.Need.OTHER_ORIGIN;
import static rollcall.fixtures.junit.Need.POLLING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;

import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.probe.Preflight;

/** What only browsers do. */
@Row(value = "browser", silent = true)
@DisplayName("A browser")
public class BrowserScenario {
  @ClusterTest(
      value = "preflight",
      needs = {POLLING, AFFINITY, SEVERAL_NODES, OTHER_ORIGIN})
  @DisplayName("that asks, without a cookie, whether a page of another origin may, is told yes")
  void preflight(Cluster cluster, Findings findings) {
    findings.add(Preflight.of(cluster));
  }
}
