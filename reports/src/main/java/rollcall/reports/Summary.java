package rollcall.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run came to, in one sentence. */
public final class Summary {
  private Summary() {}

  /** {@code PASS 12 promises held in 3 cells, 1 hazard shown, 2 left out path/report.html}. */
  public static String line(RunRecord run, Path page) {
    return run.verdict() + "  " + String.join(", ", counts(run).keySet()) + "  " + page;
  }

  /** {@code 3 promises held, 1 hazard shown}: what one cell came to. */
  public static String of(CellResult cell) {
    return String.join(", ", counts(cell).keySet());
  }

  /** {@code 1 of 14 promises was broken, in 1 of 5 cells.} */
  public static String sentence(RunRecord run) {
    Tally tally = Tally.of(run.cells());
    return switch (run.verdict()) {
      case FAIL -> failed(tally, run) + (run.finished() ? "" : " " + unfinished(run));
      case UNKNOWN -> (run.finished() ? "" : unfinished(run) + " ") + unanswered(tally, run);
      case PASS -> held(tally);
    };
  }

  private static String failed(Tally tally, RunRecord run) {
    int worse = worse(run);
    String values = Spoken.count(worse, "value") + (worse == 1 ? " is" : " are") + " worse";
    if (tally.promises(Outcome.BROKEN) + tally.clusters(Outcome.BROKEN) == 0) {
      return "No promise was broken, but %s than before.".formatted(values);
    }
    return wrong(tally, Outcome.BROKEN) + (worse == 0 ? "" : " And %s.".formatted(values));
  }

  private static int worse(RunRecord run) {
    return (int) run.compared().stream().filter(one -> one.verdict() == Verdict.FAIL).count();
  }

  static String unfinished(RunRecord run) {
    return run.cells().size() == run.planned()
        ? "The run did not finish."
        : "The run did not finish: it got through %d of %s."
            .formatted(run.cells().size(), Spoken.count(run.planned(), "cell"));
  }

  /** The outcomes that came up, worst first: {@code 1 promise broken}, {@code 2 left out}. */
  static Map<String, Outcome> counts(RunRecord run) {
    Tally tally = Tally.of(run.cells());
    Map<String, Outcome> counts =
        counts(tally, " in " + Spoken.count(tally.cellsWith(Outcome.HELD), "cell"));
    add(counts, worse(run), "value", Outcome.BROKEN, "worse than before");
    if (!run.finished()) {
      counts.put("not finished", Outcome.NOT_ANSWERED);
    }
    return counts.isEmpty() ? Map.of("nothing was asked", Outcome.NOT_ANSWERED) : counts;
  }

  static Map<String, Outcome> counts(CellResult cell) {
    return counts(Tally.of(List.of(cell)), "");
  }

  private static Map<String, Outcome> counts(Tally tally, String whereHeld) {
    Map<String, Outcome> counts = new LinkedHashMap<>();
    for (Outcome outcome : List.of(Outcome.BROKEN, Outcome.NOT_ANSWERED)) {
      add(counts, tally.promises(outcome), "promise", outcome, outcome.words());
      add(counts, tally.clusters(outcome), "cluster", outcome, outcome.words());
    }
    Outcome known = Outcome.KNOWN_FAILURE;
    add(counts, tally.promises(known), known.words(), known, "seen");
    Outcome held = Outcome.HELD;
    add(counts, tally.promises(held), "promise", held, held.words() + whereHeld);
    for (Outcome outcome : List.of(Outcome.HAZARD_UNSEEN, Outcome.HAZARD_SHOWN)) {
      String shown = outcome.words().replaceFirst("hazard ", "");
      add(counts, tally.promises(outcome), "hazard", outcome, shown);
    }
    for (Outcome outcome : List.of(Outcome.NOT_ASKED, Outcome.LEFT_OUT)) {
      int number = tally.promises(outcome) + tally.clusters(outcome);
      if (number > 0) {
        counts.put("%,d %s".formatted(number, outcome.words()), outcome);
      }
    }
    return counts;
  }

  private static void add(
      Map<String, Outcome> counts, int number, String noun, Outcome outcome, String words) {
    if (number > 0) {
      counts.put(Spoken.count(number, noun) + " " + words, outcome);
    }
  }

  private static String held(Tally tally) {
    int held = tally.promises(Outcome.HELD);
    int shown = tally.promises(Outcome.HAZARD_SHOWN);
    int known = tally.promises(Outcome.KNOWN_FAILURE);
    String hazards =
        known > 0
            ? "%s and %s showed."
                .formatted(
                    Spoken.count(shown, "known hazard"), Spoken.count(known, "known failure"))
            : Spoken.count(shown, "known hazard") + " showed.";
    if (held == 0) {
      return (known > 0 ? "No promise held; " : "No promise was asked; ") + hazards;
    }
    return "%s held, in %s%s"
        .formatted(
            held == 1 ? "The one promise asked" : "All %,d promises".formatted(held),
            Spoken.count(tally.cellsWith(Outcome.HELD), "cell"),
            shown + known == 0 ? "." : "; " + hazards);
  }

  private static String unanswered(Tally tally, RunRecord run) {
    int unseen = tally.promises(Outcome.HAZARD_UNSEEN);
    if (tally.promises(Outcome.NOT_ANSWERED) + tally.clusters(Outcome.NOT_ANSWERED) > 0) {
      return wrong(tally, Outcome.NOT_ANSWERED) + " Nothing was broken.";
    }
    if (unseen > 0) {
      return Spoken.count(unseen, "known hazard") + " did not show. Nothing was broken.";
    }
    return run.finished() ? "Nothing was asked." : "Nothing was broken so far.";
  }

  private static String wrong(Tally tally, Outcome outcome) {
    int promises = tally.promises(outcome);
    int clusters = tally.clusters(outcome);
    List<String> what = new ArrayList<>();
    if (promises > 0) {
      what.add("%,d of %s".formatted(promises, Spoken.count(tally.asked(), "promise")));
    }
    if (clusters > 0) {
      what.add(Spoken.count(clusters, "cluster"));
    }
    return "%s %s %s, in %,d of %s."
        .formatted(
            String.join(" and ", what),
            promises + clusters == 1 ? "was" : "were",
            outcome.words(),
            tally.cellsWith(outcome),
            Spoken.count(tally.played(), "cell"));
  }
}
