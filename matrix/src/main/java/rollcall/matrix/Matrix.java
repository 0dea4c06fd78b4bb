package rollcall.matrix;

import java.time.Duration;
import java.util.List;

/**
 * What to run.
 *
 * @param cells every cell, also those left out
 * @param cellLimit how long one cell may take before it is stopped and counted as not answered
 */
public record Matrix(String name, List<Cell> cells, Duration cellLimit) {
  public Matrix {
    cells = List.copyOf(cells);
  }
}
