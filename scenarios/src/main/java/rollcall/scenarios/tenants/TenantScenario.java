package rollcall.scenarios.tenants;

import static rollcall.fixtures.junit.Need.REDIS_PUBLISHING;
import static rollcall.fixtures.junit.Need.TENANTS;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.ledger.Chapter;
import rollcall.fixtures.probe.Delivery;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.Passage;
import rollcall.fixtures.traffic.RollCall;
import rollcall.reports.Finding;

/** Tenants that have everything in common but who they are. */
@Row("tenants")
@DisplayName("A message")
public class TenantScenario {
  private static final Duration FENCE_LIMIT = Duration.ofSeconds(10);
  private static final int ROUNDS = 6;
  private static final List<String> USERS = List.of("ann@rollcall.test", "bob@rollcall.test");

  @ClusterTest(
      value = "apart",
      needs = {TENANTS, REDIS_PUBLISHING, WEBSOCKET})
  @DisplayName("of one tenant reaches nobody of another, whose users and rooms have the same names")
  void apart(RollCall roll, Findings findings) {
    Chapter chapter = roll.ledger().chapter("tenants/apart");
    findings.counting(roll::deliveries);
    List<Crowd> crowds = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (Map<String, String> tenant : tenants(roll.dialect())) {
      Crowd crowd = gather(tenant, roll);
      findings.add(crowd.admission());
      crowds.add(crowd);
      targets.addAll(targets(roll.dialect(), crowd, tenant));
    }
    Passage passage = roll.throughRedis(chapter);
    passage.send(ROUNDS * targets.size(), targets);
    findings.add(passage.fence(FENCE_LIMIT)).add(passage.acceptance());
    Delivery delivery = new Delivery(roll.dialect().promises().ordered(), false);
    Supplier<List<Finding>> held =
        () ->
            Stream.concat(
                    Stream.of(delivery.of(chapter.account())),
                    crowds.stream().map(Crowd::connections))
                .toList();
    findings.addAll(held.get());
    findings.untilCellEnds(held);
  }

  /** The system's own first. */
  private static List<Map<String, String>> tenants(Dialect dialect) {
    return Stream.concat(
            Stream.of(Map.<String, String>of()), dialect.handshake().tenants().stream())
        .toList();
  }

  /** Two sockets of each user on each node, past the balancer and through it. */
  private static Crowd gather(Map<String, String> tenant, RollCall roll) {
    String label = tenant.isEmpty() ? "own" : String.join("-", new TreeMap<>(tenant).values());
    return roll.gather(
        new Gathering("tenant-" + label, Transport.WEBSOCKET, Gathering.Kind.LEAN, 2, 2)
            .of(USERS)
            .in(tenant));
  }

  /** Of each kind of room one, and every second client of this tenant in it. */
  private static List<Target> targets(Dialect dialect, Crowd crowd, Map<String, String> tenant) {
    List<Target> targets = new ArrayList<>();
    dialect
        .rooms()
        .forEach(
            (kind, room) -> {
              if (kind.equals(Target.EVERYONE)) {
                targets.add(Target.everyone().in(tenant));
              } else if (kind.equals("user")) {
                targets.add(Target.user(USERS.get(0)).in(tenant));
              } else if (room.join().filter(dialect::showsEffectOf).isPresent()) {
                Target target = Target.named(kind, room.names(), "SAME-1").in(tenant);
                crowd.everySecond().forEach(member -> member.subscribe(target));
                targets.add(target);
              }
            });
    return targets;
  }
}
