package rollcall.matrix;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.Problems;
import rollcall.fixtures.junit.Scenario;

/**
 * What {@code --only row/scenario@cell} asks for; each part may be absent, not all.
 *
 * @param scenario a row or an id; empty for all
 * @param cell empty for all
 */
public record Only(String scenario, String cell) {
  private static final Pattern WRITTEN = Pattern.compile("([^@]*)(?:@([^@]+))?");

  /** Understands it, or notes what is wrong with it. */
  static Only parse(String text, Problems problems) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (text.isBlank() || !written.matches()) {
      problems.add("--only " + text, "must be row, row/scenario, @cell or row/scenario@cell");
      return new Only("", "");
    }
    String cell = written.group(2);
    return new Only(written.group(1), cell == null ? "" : cell);
  }

  void check(Collection<String> scenarios, Collection<String> cells, Problems problems) {
    if (!scenario.isEmpty() && !scenarios.contains(scenario)) {
      problems.add(
          "--only " + this,
          "there is no scenario %s%s".formatted(scenario, Nearest.hint(scenario, scenarios)));
    }
    if (!cell.isEmpty() && !cells.contains(cell)) {
      problems.add(
          "--only " + this,
          "this matrix has no cell %s%s".formatted(cell, Nearest.hint(cell, cells)));
    }
  }

  boolean asksFor(Cell played, Scenario candidate) {
    return (cell.isEmpty() || cell.equals(played.name()))
        && (scenario.isEmpty() || candidate.isNamedBy(scenario));
  }

  @Override
  public String toString() {
    return cell.isEmpty() ? scenario : scenario + "@" + cell;
  }
}
