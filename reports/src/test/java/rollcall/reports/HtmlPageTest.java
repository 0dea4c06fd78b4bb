package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
  private final HtmlPage renderer = new HtmlPage();

  @Test
  void theVerdictComesFirstAndThenWhatNeedsAttentionMostSeriousFirst() {
    String page = renderer.render(Sample.everything());

    assertThat(page)
        .containsSubsequence(
            "<h1>1 of 5 promises and 1 cluster were broken, in 2 of 5 cells.</h1>",
            "What needs attention",
            "30 receivers got each of 400 messages 3 times",
            "The cluster broke",
            "340 ms behind its own schedule",
            "haproxy did not start",
            "To fix:",
            "end the process that listens on port 41233",
            "Address already in use",
            "./rollcall run everything --only @five-nodes-haproxy",
            "hazard not shown",
            "The matrix",
            "The cells",
            "Hazards",
            "Known, not asked, left out",
            "The run");
  }

  @Test
  void aHazardIsNeverShownAsHeld() {
    String page = renderer.render(Sample.green());
    String tile = "<a class=\"tile hazard\" href=\"#cell-3-1\"";

    assertThat(page).contains(tile, "say nothing good about the system");
    assertThat(page).doesNotContain("<a class=\"tile held\" href=\"#cell-3-1\"");
  }

  @Test
  void everyLinkOnThePageLeadsSomewhere() {
    for (RunRecord run : List.of(Sample.everything(), Sample.unfinished(), Sample.large(60))) {
      String page = renderer.render(run);
      assertThat(found(page, "href=\"#([^\"]+)\""))
          .isNotEmpty()
          .allSatisfy(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
    }
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    String page = renderer.render(Sample.everything());

    assertThat(page).contains("default-src 'none'").doesNotContainIgnoringCase("<script");
    assertThat(found(page, "(?:src|href|action)=\"([^\"#]+)\""))
        .allMatch(link -> link.startsWith("data:") || link.matches("[a-z0-9./-]+"));
    assertThat(found(page, "(https?://[^\\s\"'<]+)")).containsOnly("http://www.w3.org/2000/svg");
  }

  @Test
  void whatASystemAnsweredStaysText() {
    String page = renderer.render(Published.of(Sample.hostile()));

    assertThat(page)
        .doesNotContain("<script>", "<img", "onmouseover='", Hostile.LONG, "\u202E", "\u001B", "\0")
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&lt;img src=x",
            "⟨U+202E⟩gnp.exe",
            "nul ⟨U+0000⟩ bell",
            "😀",
            "(10,000 characters in all)")
        .doesNotContain("[31m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<h1>", "<title>", "<main", "lang=\"en\"", "scope=\"row\"", "<caption"})
  void readersThatDoNotSeeFindTheirWay(String landmark) {
    assertThat(renderer.render(Sample.everything())).contains(landmark);
  }

  @Test
  void aRunWithoutCellsHasAPageToo() {
    assertThat(renderer.render(Sample.run("nothing", 0, List.of())))
        .contains("Nothing was asked", "UNKNOWN");
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
