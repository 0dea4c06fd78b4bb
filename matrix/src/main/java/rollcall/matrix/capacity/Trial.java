package rollcall.matrix.capacity;

import java.time.Duration;

/** Loads the cluster once at a level, and says what came of it. */
public interface Trial {
  /**
   * Returns once every message of the step has arrived or is lost.
   *
   * @param length how long is measured; getting ready comes before
   */
  Seen at(long level, Duration length);
}
