package rollcall.reports;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the screenshots of {@code docs/screens}, to be looked at: its argument is that folder. */
final class Screens {
  private Screens() {}

  public static void main(String[] arguments) throws Exception {
    Path to = Files.createDirectories(Path.of(arguments[0]));
    Path runs = Files.createTempDirectory("screens");
    try (Browser browser = Browser.open()) {
      RunFolder everything = written(runs, Sample.everything());
      RunFolder broad = written(runs, Sample.broad());
      RunFolder loaded = written(runs, Sample.loaded(2));
      whole(browser, everything.page(), 1200, ColorScheme.LIGHT, to.resolve("broken.png"));
      whole(browser, everything.page(), 360, ColorScheme.DARK, to.resolve("broken-dark-360.png"));
      part(
          browser, broad.page(), 1200, "section[aria-labelledby=matrix]", to.resolve("matrix.png"));
      part(
          browser,
          broad.page(),
          360,
          "section[aria-labelledby=matrix]",
          to.resolve("matrix-360.png"));
      part(
          browser,
          everything.page(),
          360,
          "section[aria-labelledby=hazards]",
          to.resolve("hazards-360.png"));
      part(
          browser,
          loaded.page(),
          1200,
          "section[aria-labelledby=trends]",
          to.resolve("trends.png"));
      part(browser, loaded.page(), 1200, "#cell-1 .measured", to.resolve("load.png"));
      part(browser, everything.page(), 360, "#cell-2 .measured", to.resolve("fault-360.png"));
      whole(browser, everything.signOff(), 800, ColorScheme.LIGHT, to.resolve("sign-off.png"));
    }
  }

  private static RunFolder written(Path root, RunRecord run) {
    RunFolder folder = RunFolder.create(root, run.started(), run.matrix(), run.seed());
    folder.write(run);
    return folder;
  }

  private static void whole(Browser browser, Path page, int width, ColorScheme scheme, Path to) {
    try (Browser.Sight sight = browser.look(page, width, scheme)) {
      if (to.toString().contains("sign-off")) {
        sight.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      }
      sight
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(to.toString().contains("sign-off"))
                  .setPath(to));
    }
  }

  private static void part(Browser browser, Path page, int width, String what, Path to) {
    try (Browser.Sight sight = browser.look(page, width, ColorScheme.LIGHT)) {
      BrowserTest.openAll(sight.page());
      sight
          .page()
          .evaluate("() => document.querySelectorAll('.numbers').forEach(one => one.open = false)");
      sight
          .page()
          .locator(what)
          .first()
          .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions().setPath(to));
    }
  }
}
