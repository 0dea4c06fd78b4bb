package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of {@code docs/screens}, which are there to be looked at. */
@Tag("browser")
@EnabledIfSystemProperty(named = "rollcall.write-docs", matches = "true")
class ScreensTest {
  private static final Path SCREENS = Path.of("../docs/screens");
  private static final long BYTES_MOST = 1_500_000;
  private static final int PAPER_HEIGHT = 1_123;
  private static final Eye WIDE = new Eye(1200, ColorScheme.LIGHT, "");
  private static final Eye DARK = new Eye(1200, ColorScheme.DARK, "");
  private static final Eye NARROW = new Eye(360, ColorScheme.LIGHT, "");
  private static final Eye PAPER = new Eye(794, ColorScheme.NO_PREFERENCE, "");

  @TempDir Path runs;

  private final List<String> index = new ArrayList<>();
  private long bytes;

  /**
   * How a page is looked at.
   *
   * @param part of it; what fits on the screen where that is empty
   */
  private record Eye(int width, ColorScheme scheme, String part) {
    Eye at(String where) {
      return new Eye(width, scheme, where);
    }

    Eye section(String name) {
      return at("section[aria-labelledby=%s]".formatted(name));
    }

    boolean onPaper() {
      return scheme == ColorScheme.NO_PREFERENCE;
    }
  }

  @Test
  void everyStateHasItsPicture() throws IOException {
    index.add("# What the pages look like");
    index.add("");
    index.add("Taken by `ScreensTest` in Chromium; [how](../reports.md#screens).");
    try (Browser browser = Browser.open()) {
      verdicts(browser);
      sections(browser);
      narrow(browser);
      paper(browser);
    }
    Files.write(SCREENS.resolve("README.md"), index);
    assertThat(bytes).as("bytes of all pictures").isLessThan(BYTES_MOST);
  }

  private void verdicts(Browser browser) throws IOException {
    Path broken = page(Sample.everything());
    take(browser, WIDE, page(Sample.green()), "PASS");
    take(browser, WIDE, broken, "FAIL, with its evidence");
    take(browser, WIDE, page(Sample.unanswered()), "UNKNOWN");
    take(browser, WIDE, page(Sample.unfinished()), "A run that was killed");
    take(browser, DARK, broken, "FAIL, dark");
  }

  private void sections(Browser browser) throws IOException {
    Path all = page(Sample.everything());
    Path aside = page(Sample.aside());
    Path loaded = page(Sample.loaded(2));
    take(browser, WIDE.section("matrix"), page(Sample.broad()), "The matrix of a nightly");
    take(browser, WIDE.at("#cell-1"), all, "A cell");
    take(browser, WIDE.section("hazards"), all, "Hazards");
    take(browser, WIDE.section("aside"), aside, "Known, not asked, left out");
    take(browser, WIDE.section("run"), aside, "What ran on what");
    take(browser, WIDE.at("#cell-1 .measured"), loaded, "A loaded cell");
    take(browser, DARK.at("#cell-1 .measured"), loaded, "A loaded cell, dark");
    take(browser, WIDE.at("#cell-2 .measured"), all, "The phases of a fault");
    take(browser, WIDE.at(".measured"), page(Sample.capacity()), "A search for a capacity");
    take(browser, WIDE.section("trends"), loaded, "Over the runs, with a change");
  }

  private void narrow(Browser browser) throws IOException {
    Path all = page(Sample.everything());
    take(browser, NARROW, all, "FAIL at 360 pixels");
    take(browser, NARROW.section("matrix"), all, "The matrix at 360 pixels");
    take(browser, NARROW.section("hazards"), all, "Hazards at 360 pixels");
    take(browser, NARROW.at("#cell-2 .measured"), all, "A fault at 360 pixels");
  }

  private void paper(Browser browser) throws IOException {
    take(browser, PAPER, page(Sample.everything()), "The report on paper");
    take(browser, PAPER, written(Sample.everything()).signOff(), "A release that may not go");
    take(browser, PAPER, written(Sample.green()).signOff(), "A release that may go");
    SignOff matter =
        new SignOff(
            "1,000/s is carried while p99 < 100ms, lost = 0.",
            List.of(
                "3x redis-pubsub behind nginx-ip-hash, GO: it carries 1,450/s; beyond it p99 was"
                    + " 163.2 ms, while node-2 was 97 % busy"),
            List.of(
                "300 clients, fan-out 30",
                "the nodes, Redis, the balancer and the load share 2 cores"));
    take(browser, PAPER, written(Sample.capacity()).signOff(matter), "A capacity that is enough");
  }

  private void take(Browser browser, Eye eye, Path page, String says) throws IOException {
    Path file =
        SCREENS.resolve(
            says.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png");
    try (Browser.Sight sight = browser.look(page, eye.width(), eye.scheme())) {
      if (eye.onPaper()) {
        sight.page().setViewportSize(eye.width(), PAPER_HEIGHT);
        sight.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      }
      if (eye.part().isEmpty()) {
        SmallPicture.write(sight.page().screenshot(), file);
      } else {
        sight.page().evaluate("() => document.querySelectorAll('.cell').forEach(c => c.open = 1)");
        SmallPicture.write(sight.page().locator(eye.part()).first().screenshot(), file);
      }
    }
    bytes += Files.size(file);
    index.addAll(List.of("", "## " + says, "", "![%s](%s)".formatted(says, file.getFileName())));
  }

  private Path page(RunRecord run) {
    return written(run).page();
  }

  private RunFolder written(RunRecord run) {
    RunFolder folder = RunFolder.create(runs, run.started(), run.matrix(), run.seed());
    folder.write(run);
    return folder;
  }
}
