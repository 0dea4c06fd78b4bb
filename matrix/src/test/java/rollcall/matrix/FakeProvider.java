package rollcall.matrix;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.Closer;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.cluster.ClusterParts;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.ClusterProvider;
import rollcall.fixtures.cluster.Vitals;

/** Clusters without a single server. */
final class FakeProvider implements ClusterProvider {
  final List<String> started = new ArrayList<>();
  final List<String> closed = new ArrayList<>();
  Consumer<ClusterPlan> onStart = plan -> {};
  Set<Balancer> offered = Set.of(Balancer.values());

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public boolean offers(Balancer balancer) {
    return offered.contains(balancer);
  }

  @Override
  public Cluster start(ClusterPlan plan) {
    String cell = String.valueOf(plan.logs().getFileName());
    started.add(cell);
    onStart.accept(plan);
    Closer owned = new Closer();
    owned.add(() -> closed.add(cell));
    return new Cluster(
        plan,
        name(),
        new ClusterParts(
            InetSocketAddress.createUnresolved("localhost", 1),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Vitals.ASSUMED,
            owned));
  }

  @Override
  public void close() {}
}
