package rollcall.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * A fault as it was played.
 *
 * @param scenario in which
 * @param fault what was done: {@code kill-node}
 * @param target to whom: {@code node-2}, {@code redis}
 * @param at after the scenario began
 * @param lasted until its healing began
 */
public record PlayedFault(
    String scenario,
    String fault,
    String target,
    Duration at,
    @JsonProperty("for") Duration lasted) {

  public PlayedFault {
    if (scenario.isBlank() || fault.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException("a fault has a scenario, a name and a target");
    }
    if (at.isNegative() || lasted.isNegative()) {
      throw new IllegalArgumentException(
          "a fault begins and lasts after its scenario began, not at %s for %s"
              .formatted(at, lasted));
    }
  }

  /** Whether it is the same done to the same, whenever. */
  public boolean isLike(PlayedFault other) {
    return scenario.equals(other.scenario)
        && fault.equals(other.fault)
        && target.equals(other.target);
  }

  @Override
  public String toString() {
    return "%s of %s in %s after %.2f s".formatted(fault, target, scenario, at.toMillis() / 1000.0);
  }
}
