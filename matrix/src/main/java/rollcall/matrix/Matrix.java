package rollcall.matrix;

import java.time.Duration;
import java.util.List;
import rollcall.fixtures.junit.Stage;

/**
 * What to run.
 *
 * @param cells every cell, also those left out
 * @param cellLimit how long one cell may take before it is stopped and counted as not answered
 * @param patience the longest heartbeat of a server that is waited for
 */
public record Matrix(String name, List<Cell> cells, Duration cellLimit, Duration patience) {
  public Matrix {
    cells = List.copyOf(cells);
  }

  public Matrix(String name, List<Cell> cells, Duration cellLimit) {
    this(name, cells, cellLimit, Stage.PATIENT);
  }
}
