package rollcall.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Transport;

/** Matrices of a system that can do little. */
final class Matrices {
  private Matrices() {}

  static Matrix of(Cell... cells) {
    return new Matrix("little", List.of(cells), Duration.ofSeconds(30));
  }

  static Cell cell(String name, List<String> scenarios, Topology... choices) {
    return new Cell(
        name,
        system(),
        List.of(choices),
        Set.of(),
        Map.of(),
        ClusterPlan.PATIENT_BALANCER,
        scenarios,
        "");
  }

  static Cell cell(String name, String... scenarios) {
    return cell(name, Arrays.asList(scenarios), behind());
  }

  static Cell leftOut(String name, String because) {
    return new Cell(
        name,
        system(),
        List.of(behind()),
        Set.of(),
        Map.of(),
        ClusterPlan.PATIENT_BALANCER,
        List.of(),
        because);
  }

  static Topology behind(Balancer... balancers) {
    return new Topology(1, Adapter.NONE, RedisMode.NONE, List.of(balancers));
  }

  private static SystemUnderTest system() {
    Dialect dialect =
        new Dialect(
            new Dialect.Handshake(
                "/socket.io/",
                "/",
                List.of(Transport.WEBSOCKET),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new Dialect.Promises(Duration.ofSeconds(5), true, true));
    return new SystemUnderTest(
        "little",
        Path.of("little"),
        behind(),
        new SystemUnderTest.NodeServer("node", "node", "server.js", Map.of()),
        dialect);
  }
}
