package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Path PAGE = Path.of("reports/runs/latest/report.html");

  private final SummaryMarkdown markdown = new SummaryMarkdown();

  @Test
  void theLastLineOfTheStoryCountsWhatCameUp() {
    assertThat(Summary.line(Sample.green(), PAGE))
        .isEqualTo("PASS  4 promises held in 2 cells, 1 hazard shown  " + PAGE);
    assertThat(Summary.line(Sample.unfinished(), PAGE))
        .isEqualTo("UNKNOWN  4 promises held in 2 cells, not finished  " + PAGE);
    assertThat(Summary.line(Sample.everything(), PAGE))
        .startsWith("FAIL  1 promise broken, 1 cluster broken, 1 promise not answered,")
        .contains("1 hazard shown, 1 not asked, 3 left out");
    assertThat(Summary.line(Sample.run("nothing", 0, List.of()), PAGE))
        .startsWith("UNKNOWN  nothing was asked");
  }

  @Test
  void theSentenceSaysWhatMattersMost() {
    assertThat(Summary.sentence(Sample.green()))
        .isEqualTo("All 4 promises held, in 2 cells; 1 known hazard showed.");
    assertThat(Summary.sentence(Sample.unfinished()))
        .isEqualTo(
            "The run did not finish: it got through 2 of 12 cells. Nothing was broken so far.");
    assertThat(Summary.sentence(Sample.run("nothing", 0, List.of())))
        .isEqualTo("Nothing was asked.");
  }

  @Test
  void aRunThatDidNotFinishNeverPasses() {
    assertThat(Sample.unfinished().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void markdownBeginsWithTheVerdictAndHasAtMostSixtyLines() {
    List<RunRecord> runs =
        new ArrayList<>(List.of(Sample.everything(), Sample.green(), Sample.large(200)));
    runs.add(Published.of(Sample.hostile()));
    List<CellResult> broken = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      broken.add(Cells.three());
    }
    runs.add(Sample.run("all-broken", 200, broken));

    for (RunRecord run : runs) {
      String text = markdown.render(run);
      assertThat(text).startsWith("# " + run.verdict() + ": ");
      assertThat(text.lines().count()).as(run.matrix()).isLessThanOrEqualTo(60);
    }
  }

  @Test
  void markdownTellsTheEvidenceAndTheCommand() {
    assertThat(markdown.render(Sample.everything()))
        .contains(
            "**not answered**: The cluster gave no answer",
            "`./rollcall run everything --only @five-nodes-haproxy --seed 8f3a61c2`",
            "| left out: --max-time was reached after 20 min |");
  }

  @Test
  void whatASystemAnsweredIsNoMarkdown() {
    String text = markdown.render(Published.of(Sample.hostile()));

    assertThat(text)
        .doesNotContainPattern("(?<!\\\\)[<\\]]")
        .doesNotContain("http://evil", "\u202E", "\u001B", Hostile.LONG)
        .contains("⟨U+202E⟩", "\\<script\\>");
    assertThat(Markdown.text("**bold** [link](http://evil.example) `code` | # head"))
        .isEqualTo("\\*\\*bold\\*\\* \\[link\\](http&#58;//evil.example) \\`code\\` \\| \\# head");
    assertThat(Markdown.code("a `` b")).isEqualTo("```a `` b```");
    assertThat(Markdown.text(" one\n  two ")).isEqualTo("one · two");
    assertThat(text.lines().filter(line -> line.startsWith("# "))).hasSize(1);
  }
}
