package rollcall.reports;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Promises, and what came of them. */
final class Promises {
  private static final List<String> ROWS =
      List.of("cross-node", "subscription", "targeting", "redis-failover");

  private static final List<String> WAYS =
      List.of("websocket", "polling", "upgrade", "sizes", "paused-briefly", "blackholed");

  private Promises() {}

  static ScenarioResult of(String id, String title, Standing standing, Finding... findings) {
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

  static ScenarioResult onEveryNode(Finding... findings) {
    return of(
        "cross-node/websocket",
        "A message published through Redis reaches every receiver on every node once, in order,"
            + " intact",
        Standing.ASKED,
        findings);
  }

  static ScenarioResult afterAnUpgrade() {
    return of(
        "cross-node/upgrade",
        "A client that begins with polling and upgrades misses nothing",
        Standing.ASKED,
        delivery());
  }

  static ScenarioResult ofAMinute(Finding... findings) {
    return of(
        "high-volume/a-minute",
        "1,000 messages a second for 60 s all arrive",
        Standing.ASKED,
        findings);
  }

  /** One that was not asked, for whatever reason. */
  static ScenarioResult ofMetrics(Standing standing) {
    return of("metrics/agreement", "What /metrics counts is what was received", standing);
  }

  /** One of many in one of several cells; some fail, some are not answered. */
  static ScenarioResult ofANightly(int cell, int promise) {
    return of(
        ROWS.get(promise / 6) + "/" + WAYS.get(promise % 6),
        "A published message reaches every client on every node, once, in order and intact",
        standing(cell, promise),
        found(cell, promise));
  }

  private static Standing standing(int cell, int promise) {
    if ((cell + promise) % 11 == 0) {
      return Standing.HAZARD;
    }
    return (cell * promise) % 7 == 3 ? Standing.LEFT_OUT : Standing.ASKED;
  }

  private static Finding found(int cell, int promise) {
    if ((cell * 5 + promise) % 19 == 1) {
      return Finding.fail(
          "delivery",
          "lost 180 at all 100 receivers on node-2 (websocket), messages 4,001 to 4,180"
              + " of publisher-1 (redis), sent during the fault");
    }
    return (cell + promise) % 23 == 4
        ? Finding.unknown("generator", "The publisher was late")
        : delivery();
  }

  static Finding delivery() {
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
}
