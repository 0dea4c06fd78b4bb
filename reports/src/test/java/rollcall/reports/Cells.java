package rollcall.reports;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Cells in which every state comes up. */
final class Cells {
  private static final Finding STARTED =
      Finding.pass("start", "3 nodes, Redis and the entrance answered a handshake.");

  private Cells() {}

  static CellResult healthy(String name) {
    return played(
        name,
        List.of(STARTED),
        List.of(Promises.onEveryNode(Promises.delivery()), Promises.afterAnUpgrade()),
        List.of());
  }

  static CellResult three() {
    return played(
        "three-nodes-nginx",
        List.of(STARTED),
        List.of(
            Promises.onEveryNode(
                    Finding.pass(
                        "placement", "Receivers sit on node-1 (10), node-2 (10) and node-3 (10)."),
                    Finding.fail(
                            "delivery",
                            "30 receivers got each of 400 messages 3 times; 1 was due. Each copy came"
                                + " over another node, within 4 ms of the first.")
                        .with(
                            Map.of(
                                "due",
                                12_000,
                                "arrived",
                                36_000,
                                "repeated",
                                24_000,
                                "lost",
                                0,
                                "by node",
                                Map.of("node-1", 8000, "node-2", 8000, "node-3", 8000))))
                .logged(
                    List.of(
                        "node-1 | 23:59:04.611 relay dartwing:realtime 3 subscribers",
                        "node-2 | 23:59:04.611 relay dartwing:realtime 3 subscribers",
                        "redis | 23:59:04.702 client-output-buffer ok")),
            Promises.of(
                "cross-node/polling",
                "A client that only polls misses nothing",
                Standing.ASKED,
                Finding.unknown(
                        "generator",
                        "The publisher was 340 ms behind its own schedule (limit 100 ms), so"
                            + " latency was not measured.")
                    .with(Map.of("behind", Duration.ofMillis(340))),
                Promises.delivery()),
            Promises.afterAnUpgrade(),
            Promises.ofMetrics(Standing.NOT_ASKED)),
        List.of(
            "node-2 | 23:59:08.114 relay dartwing:realtime"
                + " {\"room\":\"org:acme\",\"event\":\"saved\"}",
            "node-2 | 23:59:08.115 GET /socket.io/?EIO=4&transport=websocket&token=abc.def.ghi",
            "node-3 | 23:59:08.116 \u001B[31mwarn\u001B[0m relay received its own message"));
  }

  static CellResult frozen() {
    return played(
        "redis-blackhole",
        List.of(
            STARTED,
            Finding.fail("process", "node-2 ended unasked with exit code 1; see node-2.log")),
        List.of(
            Promises.measured(
                Promises.of(
                    "failover/redis-silent",
                    "Once Redis answers again, every node delivers again within 5 s",
                    Standing.ASKED,
                    Finding.pass("recovery", "All nodes delivered again after 1.4 s.")
                        .with(Map.of("recovered after", Duration.ofMillis(1400)))),
                Loaded.withFault(7))),
        List.of(
            "node-2 | Error: Socket closed unexpectedly",
            "node-2 |     at Socket.<anonymous> (client/socket.js:194:118)"));
  }

  static CellResult crashed() {
    return new CellResult(
        new Place(
            "five-nodes-haproxy", "dartwing", "5x redis-pubsub behind haproxy-cookie", "processes"),
        Standing.ASKED,
        "",
        List.of(
            Finding.unknown(
                "start",
                "haproxy did not start\n"
                    + "  exit code    1\n"
                    + "  last line    [ALERT] cannot bind socket [127.0.0.1:41233]\n"
                    + "To fix: end the process that listens on port 41233 (ss -ltnp shows it), or"
                    + " run again: ports are chosen anew")),
        List.of(),
        new Course(
            Duration.ofMillis(3100),
            Duration.ofMillis(240),
            List.of(),
            List.of(
                "balancer | [ALERT]    (4711) : Starting frontend www: cannot bind socket (Address"
                    + " already in use) [127.0.0.1:41233]"),
            List.of("logs/five-nodes-haproxy/balancer.log")),
        "./rollcall run everything --only @five-nodes-haproxy --seed 8f3a61c2");
  }

  static CellResult polling() {
    return played(
        "polling-round-robin",
        List.of(STARTED),
        List.of(
            Promises.of(
                "cross-node/polling",
                "Polling through a balancer without affinity breaks",
                Standing.HAZARD,
                Finding.pass("session", "\"Session ID unknown\" came for 27 of 40 clients."))),
        List.of());
  }

  static CellResult sentinel() {
    return left(
        "sentinel",
        "2x redis-pubsub (sentinel) behind nginx-ip-hash",
        "SOCKETIO_WORKERS above 1 does not work yet");
  }

  static CellResult stopped() {
    return left(
        "haproxy-round-robin",
        "3x redis-pubsub behind haproxy-round-robin",
        "--max-time was reached after 20 min");
  }

  static CellResult single() {
    return played(
        "one-node",
        List.of(Finding.pass("start", "1 node and Redis answered a handshake.")),
        List.of(
            Promises.onEveryNode(Promises.delivery()),
            Promises.of(
                "cross-node/polling",
                "Polling without affinity breaks",
                Standing.HAZARD,
                Finding.unknown(
                    "session", "\"Session ID unknown\" never came: one node knows every session.")),
            Promises.ofMetrics(Standing.LEFT_OUT)),
        List.of());
  }

  static CellResult left(String name, String topology, String because) {
    return new CellResult(
        new Place(name, "dartwing", topology, "processes"),
        Standing.LEFT_OUT,
        because,
        List.of(),
        List.of(),
        Course.NONE,
        "");
  }

  static CellResult named(CellResult cell, String name) {
    Place place = cell.place();
    return new CellResult(
        new Place(name, place.system(), place.topology(), place.provider()),
        cell.standing(),
        cell.because(),
        cell.environment(),
        cell.scenarios(),
        cell.course(),
        cell.rerun());
  }

  static CellResult played(
      String name, List<Finding> environment, List<ScenarioResult> scenarios, List<String> tail) {
    return new CellResult(
        new Place(name, "dartwing", "3x redis-pubsub behind nginx-round-robin", "processes"),
        Standing.ASKED,
        "",
        environment,
        scenarios,
        new Course(
            Duration.ofMillis(2140),
            Duration.ofMillis(980),
            List.of(),
            tail,
            List.of(
                "logs/cell/node-1.log",
                "logs/cell/node-2.log",
                "logs/cell/redis.log",
                "logs/cell/balancer.log")),
        "./rollcall run everything --only @%s --seed 8f3a61c2".formatted(name));
  }
}
