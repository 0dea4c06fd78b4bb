package rollcall.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records in which every state comes up; its main writes them as pages, to be looked at. */
final class Sample {
  private static final Instant STARTED = Instant.parse("2026-11-20T23:59:01Z");

  private Sample() {}

  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    for (RunRecord run :
        List.of(everything(), green(), unfinished(), hostile(), large(200), loaded(20), broad())) {
      RunFolder folder = RunFolder.create(root, run.started(), run.matrix(), run.seed());
      long from = System.nanoTime();
      folder.write(run);
      System.out.printf(
          "%d ms  %s%n", (System.nanoTime() - from) / 1_000_000, Summary.line(run, folder.page()));
    }
  }

  static RunRecord everything() {
    return run(
        "everything",
        7,
        List.of(three(), frozen(), crashed(), polling(), sentinel(), single(), stopped()));
  }

  /** So many loaded cells. */
  static RunRecord loaded(int cells) {
    List<CellResult> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(
          cell(
              "loaded-" + i,
              List.of(),
              List.of(
                  measured(
                      scenario(
                          "high-volume/a-minute",
                          "1,000 messages a second for 60 s all arrive",
                          Standing.ASKED,
                          delivery()),
                      Loaded.underLoad(i))),
              List.of()));
    }
    return run("loaded", cells, all)
        .beside(
            List.of(
                Finding.fail(
                    "baseline", "p99 of high-volume/a-minute@loaded-0 rose by 30 % (20 to 41 %)")),
            List.of(
                Loaded.trend("high-volume/a-minute@loaded-0: p99 all", 30, 21, 1),
                Loaded.trend("high-volume/a-minute@loaded-0: p50 all", 30, 30, 2)));
  }

  /** As many promises as a nightly asks of a cell. */
  static RunRecord broad() {
    List<CellResult> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<ScenarioResult> promises = new ArrayList<>();
      for (int j = 0; j < 24; j++) {
        Standing standing =
            (i + j) % 11 == 0
                ? Standing.HAZARD
                : (i * j) % 7 == 3 ? Standing.LEFT_OUT : Standing.ASKED;
        Finding finding =
            (i * 5 + j) % 19 == 1
                ? Finding.fail(
                    "delivery",
                    "lost 180 at all 100 receivers on node-2 (websocket), messages 4,001 to 4,180"
                        + " of publisher-1 (redis), sent during the fault")
                : (i + j) % 23 == 4
                    ? Finding.unknown("generator", "The publisher was late")
                    : delivery();
        if (i != 2 || j % 3 != 0) {
          promises.add(
              scenario(
                  List.of("cross-node", "subscription", "targeting", "redis-failover").get(j / 6)
                      + "/"
                      + List.of(
                              "websocket",
                              "polling",
                              "upgrade",
                              "sizes",
                              "paused-briefly",
                              "blackholed")
                          .get(j % 6),
                  "A published message reaches every client on every node, once, in order and"
                      + " intact",
                  standing,
                  finding));
        }
      }
      all.add(cell("three-nodes-" + i, List.of(), promises, List.of()));
    }
    return run("broad", 5, all);
  }

  static ScenarioResult measured(ScenarioResult result, Measurement measurement) {
    return new ScenarioResult(
        result.id(),
        result.title(),
        result.standing(),
        result.because(),
        result.findings(),
        result.elapsed(),
        result.rerun(),
        List.of(measurement));
  }

  static RunRecord green() {
    return run("smoke", 3, List.of(healthy("ws-1"), healthy("ws-3"), polling()));
  }

  static RunRecord unfinished() {
    RunRecord run = run("nightly", 12, List.of(healthy("ws-1"), healthy("ws-3")));
    return run.unfinished(RunRecord.STILL_RUNNING);
  }

  static RunRecord large(int cells) {
    List<CellResult> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(i % 10 == 3 ? named(three(), "cell-" + i) : healthy("cell-" + i));
    }
    return run("large", cells, all);
  }

  static RunRecord hostile() {
    List<CellResult> cells = new ArrayList<>();
    for (String name : Hostile.NAMES) {
      cells.add(
          cell(
              name,
              List.of(Finding.pass("start", name)),
              List.of(
                  scenario(
                      "cross-node/x",
                      name,
                      Standing.ASKED,
                      Finding.fail("delivery", name).with(Map.of(name, name, "n", 3))),
                  scenario("cross-node/y", name, Standing.NOT_ASKED)),
              List.of(name)));
    }
    return run("hostile", cells.size(), cells);
  }

  static RunRecord run(String matrix, int planned, List<CellResult> cells) {
    Setup setup =
        new Setup(
            matrix,
            "8f3a61c2",
            planned,
            "./rollcall run %s --seed 8f3a61c2".formatted(matrix),
            "processes, because Docker does not answer",
            Map.of(
                "cores",
                "2",
                "memory",
                "7.8 GB",
                "kernel",
                "Linux 6.1.0-28-amd64",
                "java",
                "17.0.13",
                "node",
                "20.20.2",
                "redis",
                "7.0.15",
                "nginx",
                "1.22.1",
                "rollcall",
                "0.1.0-SNAPSHOT (af862fd)"),
            Map.of(
                "provider",
                "auto (default)",
                "seed",
                "8f3a61c2 (command line)",
                "image.redis",
                "redis:8 (rollcall.yaml)",
                "redis.url",
                "redis://default:hunter2@127.0.0.1:6379/1 (environment)",
                "redis.password",
                "hunter2",
                "max-time",
                "PT20M (default)"));
    return RunRecord.of(setup, STARTED, Duration.ofMillis(83_400), cells);
  }

  static CellResult healthy(String name) {
    return cell(
        name,
        List.of(Finding.pass("start", "3 nodes, Redis and the entrance answered a handshake.")),
        List.of(
            scenario(
                "cross-node/websocket",
                "A message published through Redis reaches every receiver on every node once, in"
                    + " order, intact",
                Standing.ASKED,
                delivery()),
            scenario(
                "cross-node/upgrade",
                "A client that begins with polling and upgrades misses nothing",
                Standing.ASKED,
                delivery())),
        List.of());
  }

  private static Finding delivery() {
    return Finding.pass("delivery", "All 1,200 messages arrived once at each of 30 receivers.")
        .with(
            Map.of(
                "due",
                36_000,
                "arrived",
                36_000,
                "lost",
                0,
                "p50",
                Duration.ofMillis(2),
                "p99",
                Duration.ofMillis(11)));
  }

  static CellResult three() {
    return cell(
        "three-nodes-nginx",
        List.of(Finding.pass("start", "3 nodes, Redis and the entrance answered a handshake.")),
        List.of(
            scenario(
                "cross-node/websocket",
                "A message published through Redis reaches every receiver on every node once, in"
                    + " order, intact",
                Standing.ASKED,
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
                            Map.of("node-1", 8000, "node-2", 8000, "node-3", 8000)))),
            scenario(
                "cross-node/polling",
                "A client that only polls misses nothing",
                Standing.ASKED,
                Finding.unknown(
                        "generator",
                        "The publisher was 340 ms behind its own schedule (limit 100 ms), so"
                            + " latency was not measured.")
                    .with(Map.of("behind", Duration.ofMillis(340))),
                delivery()),
            scenario(
                "cross-node/upgrade",
                "A client that begins with polling and upgrades misses nothing",
                Standing.ASKED,
                delivery()),
            scenario(
                "metrics/agreement",
                "What /metrics counts is what was received",
                Standing.NOT_ASKED)),
        List.of(
            "node-2 | 23:59:08.114 relay dartwing:realtime"
                + " {\"room\":\"org:acme\",\"event\":\"saved\"}",
            "node-2 | 23:59:08.115 GET /socket.io/?EIO=4&transport=websocket&token=abc.def.ghi",
            "node-3 | 23:59:08.116 \u001B[31mwarn\u001B[0m relay received its own message"));
  }

  private static CellResult frozen() {
    return cell(
        "redis-blackhole",
        List.of(
            Finding.pass("start", "3 nodes, Redis and the entrance answered a handshake."),
            Finding.fail("process", "node-2 ended unasked with exit code 1; see node-2.log")),
        List.of(
            measured(
                scenario(
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

  private static CellResult crashed() {
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

  private static CellResult polling() {
    return cell(
        "polling-round-robin",
        List.of(Finding.pass("start", "3 nodes, Redis and the entrance answered a handshake.")),
        List.of(
            scenario(
                "cross-node/polling",
                "Polling through a balancer without affinity breaks",
                Standing.HAZARD,
                Finding.pass("session", "\"Session ID unknown\" came for 27 of 40 clients."))),
        List.of());
  }

  private static CellResult sentinel() {
    return left(
        "sentinel",
        "2x redis-pubsub (sentinel) behind nginx-ip-hash",
        "SOCKETIO_WORKERS above 1 does not work yet");
  }

  private static CellResult stopped() {
    return left(
        "haproxy-round-robin",
        "3x redis-pubsub behind haproxy-round-robin",
        "--max-time was reached after 20 min");
  }

  private static CellResult single() {
    return cell(
        "one-node",
        List.of(Finding.pass("start", "1 node and Redis answered a handshake.")),
        List.of(
            scenario(
                "cross-node/websocket",
                "A message published through Redis reaches every receiver on every node once, in"
                    + " order, intact",
                Standing.ASKED,
                delivery()),
            scenario(
                "cross-node/polling",
                "Polling without affinity breaks",
                Standing.HAZARD,
                Finding.unknown(
                    "session", "\"Session ID unknown\" never came: one node knows every session.")),
            scenario(
                "metrics/agreement",
                "What /metrics counts is what was received",
                Standing.LEFT_OUT)),
        List.of());
  }

  private static CellResult left(String name, String topology, String because) {
    return new CellResult(
        new Place(name, "dartwing", topology, "processes"),
        Standing.LEFT_OUT,
        because,
        List.of(),
        List.of(),
        Course.NONE,
        "");
  }

  static CellResult cell(
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

  static ScenarioResult scenario(String id, String title, Standing standing, Finding... findings) {
    String because =
        switch (standing) {
          case ASKED -> "";
          case HAZARD -> "each request of one session may reach another node";
          case NOT_ASKED -> "the system has no /metrics";
          case KNOWN_FAILURE -> "known until 2027-01-31: issue 17";
          case LEFT_OUT -> "there is nothing to compare on one node";
        };
    return new ScenarioResult(
        id,
        title,
        standing,
        because,
        List.of(findings),
        Duration.ofMillis(1860),
        "./rollcall run everything --only %s@three-nodes-nginx --seed 8f3a61c2".formatted(id));
  }

  private static CellResult named(CellResult cell, String name) {
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
}
