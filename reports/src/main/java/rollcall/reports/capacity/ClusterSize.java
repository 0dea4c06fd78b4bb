package rollcall.reports.capacity;

import java.util.List;

/**
 * What a cluster of so many nodes carries.
 *
 * @param capacity the highest level that held and was confirmed; 0 where none did
 * @param spoken the same with its unit
 * @param why what broke beyond it, and which part was the limit
 * @param reservations why the figure is not one to build on
 * @param steps all of them, in order
 */
public record ClusterSize(
    int nodes,
    String topology,
    String decision,
    long capacity,
    String spoken,
    String why,
    List<String> reservations,
    List<CapacityStep> steps) {

  public ClusterSize {
    reservations = List.copyOf(reservations);
    steps = List.copyOf(steps);
  }
}
