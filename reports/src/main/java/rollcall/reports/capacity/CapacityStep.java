package rollcall.reports.capacity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of a search.
 *
 * @param search which of the searches it belongs to, from 1
 * @param purpose {@code doubling}, {@code bisection}, {@code confirmation} …
 * @param came {@code held}, {@code broke} or {@code unanswered}
 * @param because what broke, or why it is no answer
 * @param busy of each part how much of what it can do it did, from 0 to 1
 */
public record CapacityStep(
    int search,
    String purpose,
    long level,
    double seconds,
    String came,
    String because,
    double p50Millis,
    double p99Millis,
    long delivered,
    long lost,
    double foreign,
    Map<String, Double> busy) {

  public CapacityStep {
    busy = Collections.unmodifiableMap(new TreeMap<>(busy));
  }

  public boolean held() {
    return came.equals("held");
  }
}
