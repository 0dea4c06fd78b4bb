package rollcall.reports.capacity;

import java.util.List;

/**
 * How much a system carries while an objective holds, and whether that is enough.
 *
 * @param subject what was raised: {@code rate}, {@code clients}, {@code fan-out}
 * @param objective {@code p99 < 100ms, lost = 0}
 * @param demand what has to be carried; empty where nothing was demanded
 * @param decision {@code GO}, {@code NO-GO} or {@code UNKNOWN}
 * @param conditions under which it was found: clients, fan-out, machine
 * @param sizes one for each size of the cluster
 */
public record CapacityReport(
    String subject,
    String objective,
    String demand,
    String decision,
    List<String> conditions,
    List<ClusterSize> sizes) {

  public CapacityReport {
    conditions = List.copyOf(conditions);
    sizes = List.copyOf(sizes);
  }
}
