package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rollcall.fixtures.ledger.RollNumber;
import rollcall.reports.Finding;

/**
 * Has every lane delivered again within the limit, counted from the moment the fault was healed?
 *
 * @param limit what the system promises
 */
record Recovery(Duration limit) {
  private static final String PROBE = "recovery";

  Finding of(Collection<Lane> lanes) {
    List<Lane> away = lanes.stream().filter(lane -> lane.recovered().isEmpty()).toList();
    Map<String, Object> figures = figures(lanes);
    if (!away.isEmpty()) {
      return Finding.fail(
              PROBE,
              "%d of %d ways carried nothing within %s of healing: %s%s"
                  .formatted(away.size(), lanes.size(), seconds(limit), named(away), firstOf(away)))
          .with(figures);
    }
    Duration slowest =
        lanes.stream()
            .flatMap(lane -> lane.recovered().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    if (slowest.compareTo(limit) > 0) {
      return Finding.fail(
              PROBE,
              "the last of %d ways carried again %s after healing, the limit %s"
                  .formatted(lanes.size(), seconds(slowest), seconds(limit)))
          .with(figures);
    }
    return Finding.pass(
            PROBE,
            "all %d ways carried again within %s of healing, the limit %s"
                .formatted(lanes.size(), seconds(slowest), seconds(limit)))
        .with(figures);
  }

  private static String named(Collection<Lane> lanes) {
    return lanes.stream().map(Lane::toString).collect(Collectors.joining(", "));
  }

  private static String firstOf(Collection<Lane> lanes) {
    return lanes.stream()
        .flatMap(lane -> lane.firstNotCarried().stream())
        .min(Comparator.comparingLong(RollNumber::dueMicros))
        .map(number -> "; the first message sent since then that has not arrived: " + number)
        .orElse("");
  }

  /** For each node, of the lanes to it: the first that carried again, and the last. */
  private static Map<String, Object> figures(Collection<Lane> lanes) {
    Map<String, Object> figures = new TreeMap<>();
    for (Lane lane : lanes) {
      lane.recovered()
          .map(Duration::toMillis)
          .ifPresent(
              millis -> {
                String node = lane.way().to();
                figures.merge(node + ".first delivery after ms", millis, Recovery::lesser);
                figures.merge(node + ".all ways after ms", millis, Recovery::greater);
              });
    }
    return figures;
  }

  private static Object lesser(Object one, Object other) {
    return Math.min((Long) one, (Long) other);
  }

  private static Object greater(Object one, Object other) {
    return Math.max((Long) one, (Long) other);
  }

  static String seconds(Duration time) {
    return "%.2f s".formatted(time.toMillis() / 1000.0);
  }
}
