package rollcall.matrix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import rollcall.fixtures.config.BadInput;
import rollcall.reports.ResultsException;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunRecord;
import rollcall.reports.history.History;
import rollcall.reports.history.Past;

/** Runs as a user names them. */
final class Runs {
  private Runs() {}

  /** What a folder, or the {@code results.json} in it, holds. */
  static RunRecord read(String argument, Path place) {
    try {
      return ResultsJson.read(place);
    } catch (ResultsException e) {
      throw new BadInput(argument + " " + place, String.valueOf(e.getMessage()));
    }
  }

  /** A run by its folder, or by the name under which the history has it. */
  static Past past(String argument, String name, Path from, History history) {
    Path place = from.resolve(name);
    if (!Files.exists(place)) {
      return history
          .named(name)
          .orElseThrow(
              () ->
                  new BadInput(
                      argument + " " + name,
                      "there is no such folder, and the history knows no run of this name; take a"
                          + " folder below reports/runs, or a name that the history holds"));
    }
    return Past.of(folderName(place), read(argument, place));
  }

  /** The name of the folder that a path leads to. */
  static String folderName(Path place) {
    try {
      Path real = place.toRealPath();
      Path folder = Files.isDirectory(real) ? real : real.getParent();
      return folder == null || folder.getFileName() == null
          ? place.toString()
          : folder.getFileName().toString();
    } catch (java.io.IOException e) {
      throw new BadInput(place.toString(), "cannot be read (%s)".formatted(e));
    }
  }
}
