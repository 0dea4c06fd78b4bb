package rollcall.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records in which every state comes up. */
final class Sample {
  private static final Instant STARTED = Instant.parse("2026-11-20T23:59:01Z");

  private Sample() {}

  static RunRecord everything() {
    return run(
        "everything",
        7,
        List.of(
            Cells.three(),
            Cells.frozen(),
            Cells.crashed(),
            Cells.polling(),
            Cells.sentinel(),
            Cells.single(),
            Cells.stopped()));
  }

  /** So many loaded cells. */
  static RunRecord loaded(int cells) {
    List<CellResult> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(
          Cells.played(
              "loaded-" + i,
              List.of(),
              List.of(
                  Promises.measured(Promises.ofAMinute(Promises.delivery()), Loaded.underLoad(i))),
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
        if (i != 2 || j % 3 != 0) {
          promises.add(Promises.ofANightly(i, j));
        }
      }
      all.add(Cells.played("three-nodes-" + i, List.of(), promises, List.of()));
    }
    return run("broad", 5, all);
  }

  static RunRecord green() {
    return run("smoke", 3, List.of(Cells.healthy("ws-1"), Cells.healthy("ws-3"), Cells.polling()));
  }

  static RunRecord unfinished() {
    RunRecord run = run("nightly", 12, List.of(Cells.healthy("ws-1"), Cells.healthy("ws-3")));
    return run.unfinished(RunRecord.STILL_RUNNING);
  }

  /** Nothing broke, and not everything was answered. */
  static RunRecord unanswered() {
    ScenarioResult late =
        Promises.ofAMinute(
            Promises.delivery(),
            Finding.unknown(
                "latency",
                "p99 was 214 ms (limit 100 ms), while others took up to 61 % of the machine."));
    return run(
        "nightly",
        3,
        List.of(
            Cells.crashed(),
            Cells.played("loaded", List.of(), List.of(late), List.of()),
            Cells.healthy("three-nodes-nginx")));
  }

  /** Whatever is no part of the verdict. */
  static RunRecord aside() {
    CellResult cell =
        Cells.played(
            "three-nodes-nginx",
            List.of(),
            List.of(
                Promises.of(
                    "rooms/leave",
                    "Who left a room gets nothing that is sent to it",
                    Standing.KNOWN_FAILURE,
                    Finding.fail("delivery", "3 messages came after the room was left.")),
                Promises.ofMetrics(Standing.NOT_ASKED),
                Promises.of(
                    "cross-node/websocket",
                    "A message published through Redis reaches every receiver on every node",
                    Standing.ASKED,
                    Promises.delivery())),
            List.of());
    return run("aside", 3, List.of(cell, Cells.polling(), Cells.sentinel()))
        .noting(List.of("rooms/join@three-nodes-nginx is known to fail, and held"));
  }

  /** As a search for a capacity tells it. */
  static RunRecord capacity() {
    ScenarioResult promise =
        Promises.of(
            "capacity/rate",
            "Carries 1,000/s while p99 < 100ms, lost = 0",
            Standing.ASKED,
            Finding.pass(
                    "capacity",
                    "It carries 1,450/s; beyond it p99 was 163.2 ms, while node-2 was 97 % busy")
                .with(Map.of("carries", 1_450, "steps", 12)));
    return run(
        "capacity-dartwing",
        1,
        List.of(
            Cells.played(
                "nodes-3",
                List.of(),
                List.of(Promises.measured(promise, Loaded.knee())),
                List.of())));
  }

  static RunRecord large(int cells) {
    List<CellResult> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(i % 10 == 3 ? Cells.named(Cells.three(), "cell-" + i) : Cells.healthy("cell-" + i));
    }
    return run("large", cells, all);
  }

  static RunRecord hostile() {
    List<CellResult> cells = new ArrayList<>();
    for (String name : Hostile.NAMES) {
      cells.add(
          Cells.played(
              name,
              List.of(Finding.pass("start", name)),
              List.of(
                  Promises.of(
                      "cross-node/x",
                      name,
                      Standing.ASKED,
                      Finding.fail("delivery", name).with(Map.of(name, name, "n", 3))),
                  Promises.of("cross-node/y", name, Standing.NOT_ASKED)),
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
                "image redis",
                "rollcall/redis:7.0.15, sha256:5f1c09d7a3b8e24619c7de0f5b1a8c3e7d92f4068ab1ce35d7f90b24e8a6c13d",
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
}
