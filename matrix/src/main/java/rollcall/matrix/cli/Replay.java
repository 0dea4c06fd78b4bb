package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Form;
import rollcall.reports.CellResult;
import rollcall.reports.PlayedFault;
import rollcall.reports.ResultsException;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunRecord;

/**
 * A run that is to be played again.
 *
 * @param words the command that repeats it, after {@code ./rollcall run}
 * @param faults what was done in each cell, and when
 */
record Replay(List<String> words, Map<String, List<PlayedFault>> faults) {
  private static final List<String> BEGINNING = List.of("./rollcall", "run");

  Replay {
    words = List.copyOf(words);
    faults = Map.copyOf(faults);
  }

  /**
   * Reads what a run has written.
   *
   * @param place a {@code results.json}, or the folder that holds it
   * @throws BadInput where it is none
   */
  static Replay of(Path place) {
    RunRecord run = read(place);
    List<String> words = Form.words().read().apply(run.rerun()).orElse(List.of());
    if (words.size() < BEGINNING.size() || !words.subList(0, 2).equals(BEGINNING)) {
      throw new BadInput(
          "--from " + place,
          "its rerun is no command of Rollcall: '%s'; take a results.json as a run has written it"
              .formatted(run.rerun()));
    }
    Map<String, List<PlayedFault>> faults = new LinkedHashMap<>();
    for (CellResult cell : run.cells()) {
      if (!cell.faults().isEmpty()) {
        faults.put(cell.name(), cell.faults());
      }
    }
    return new Replay(words.subList(BEGINNING.size(), words.size()), faults);
  }

  private static RunRecord read(Path place) {
    try {
      return ResultsJson.read(place);
    } catch (ResultsException e) {
      throw new BadInput("--from " + place, String.valueOf(e.getMessage()));
    }
  }

  /** With more words behind it. */
  String[] with(List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return all.toArray(String[]::new);
  }
}
