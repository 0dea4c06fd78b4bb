package rollcall.matrix;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rollcall.fixtures.config.Value;

/**
 * A cell before it is built: its name and what was said of it.
 *
 * @param source where it stands in the file, for what is wrong with it as a whole
 * @param coordinates its place on each axis, as leave-outs name it
 * @param find what was said of a key, for this cell alone
 */
record CellDraft(
    String name,
    Value source,
    Map<String, String> coordinates,
    Function<String, Optional<Value>> find) {
  CellDraft {
    coordinates = Map.copyOf(coordinates);
  }
}
