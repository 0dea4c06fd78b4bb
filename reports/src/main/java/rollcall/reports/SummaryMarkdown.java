package rollcall.reports;

import java.util.ArrayList;
import java.util.List;

/** {@code summary.md}: what a pull request needs, in at most sixty lines. */
final class SummaryMarkdown implements Renderer {
  static final String FILE = "summary.md";

  private static final int CONCERNS_MAX = 6;
  private static final int CELLS_MAX = 12;
  private static final int EVIDENCE_MAX = 400;
  private static final int NAME_MAX = 300;

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String render(RunRecord run) {
    RunRecord shown = Escape.shown(run);
    List<String> lines = new ArrayList<>();
    lines.add("# %s: %s".formatted(shown.verdict(), Markdown.text(Summary.sentence(shown))));
    lines.add("");
    lines.add(Markdown.text(String.join(", ", Summary.counts(shown).keySet()) + "."));
    lines.add(
        Markdown.text(
            "Matrix %s, seed %s, %s, took %s; clusters from %s."
                .formatted(
                    shown.matrix(),
                    shown.seed(),
                    Spoken.moment(shown.started()),
                    Spoken.duration(shown.elapsed()),
                    shown.provider())));
    shown.remarks().forEach(remark -> lines.add("To note: " + Markdown.text(remark)));
    concerns(lines, Concerns.of(shown));
    cells(lines, shown.cells());
    lines.add("");
    lines.add("Run it all again: " + Markdown.code(shown.rerun()));
    return String.join("\n", lines) + "\n";
  }

  private static void concerns(List<String> lines, List<Concern> concerns) {
    if (concerns.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("## What needs attention");
    lines.add("");
    for (Concern concern : concerns.subList(0, Math.min(CONCERNS_MAX, concerns.size()))) {
      lines.add(
          "- **%s**: %s%s\\"
              .formatted(
                  concern.outcome().words(),
                  name(concern.title()),
                  concern.where().isEmpty() ? "" : " (" + name(concern.where()) + ")"));
      String evidence = concern.findings().get(0).evidence();
      lines.add("  " + Markdown.text(Escape.shorten(evidence, EVIDENCE_MAX)) + "\\");
      lines.add("  Show it again: " + Markdown.code(concern.rerun()));
    }
    if (concerns.size() > CONCERNS_MAX) {
      lines.add("- and %,d more, in report.html".formatted(concerns.size() - CONCERNS_MAX));
    }
  }

  private static void cells(List<String> lines, List<CellResult> cells) {
    if (cells.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("## Cells");
    lines.add("");
    lines.add("| cell | topology | outcome |");
    lines.add("| --- | --- | --- |");
    for (CellResult cell : cells.subList(0, Math.min(CELLS_MAX, cells.size()))) {
      lines.add(
          "| %s | %s | %s |"
              .formatted(name(cell.name()), name(cell.topology()), name(outcome(cell))));
    }
    if (cells.size() > CELLS_MAX) {
      lines.add("| and %,d more | | |".formatted(cells.size() - CELLS_MAX));
    }
  }

  private static String outcome(CellResult cell) {
    if (!cell.standing().counts()) {
      return Outcome.of(cell).words() + ": " + cell.because();
    }
    return Summary.of(cell);
  }

  private static String name(String text) {
    return Markdown.text(Escape.shorten(text, NAME_MAX));
  }
}
