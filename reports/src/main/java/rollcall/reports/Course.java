package rollcall.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a cell's cluster fared.
 *
 * @param ready from the first process started until the cluster was ready; zero when it never was
 * @param gone from the first process ended until nothing was left
 * @param faults what was done to the cluster, in order
 * @param logTail last lines of the logs that matter when something went wrong, else empty
 * @param logs files of the servers, relative to the run's folder: {@code logs/three/node-1.log}
 */
public record Course(
    Duration ready,
    Duration gone,
    List<PlayedFault> faults,
    List<String> logTail,
    List<String> logs) {
  /** Of a cell that had no cluster. */
  public static final Course NONE =
      new Course(Duration.ZERO, Duration.ZERO, List.of(), List.of(), List.of());

  public Course {
    // Absent in what earlier versions wrote.
    faults = Optional.ofNullable(faults).map(List::copyOf).orElse(List.of());
    logTail = List.copyOf(logTail);
    logs = logs.stream().map(RelativeFile::checked).toList();
  }
}
