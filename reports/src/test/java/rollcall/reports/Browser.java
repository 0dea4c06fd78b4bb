package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, which is asked what it sees of a page; nothing is fetched for it. */
final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  /** CI has it; elsewhere these tests are skipped where it is not there. */
  static Browser open() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("chromium"));
    boolean there = Files.isExecutable(chromium);
    assumeTrue(there || System.getenv("CI") != null, "there is no Chromium here");
    assertThat(there).as("Chromium, on CI").isTrue();
    return new Browser(chromium);
  }

  /** A page as somebody with this screen sees it. */
  Sight look(Path page, int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
    return new Sight(context, page);
  }

  /** One opened page, and what went wrong on it. */
  static final class Sight implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    Sight(BrowserContext context, Path file) {
      this.context = context;
      page = context.newPage();
      page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
      page.onPageError(said::add);
      page.onDialog(dialog -> said.add("dialog: " + dialog.message()));
      page.onRequest(request -> asked.add(request.url()));
      page.navigate(file.toUri().toString());
    }

    Page page() {
      return page;
    }

    /** Errors, warnings, dialogs. */
    List<String> said() {
      return said;
    }

    /** What it asked for beside itself. */
    List<String> fetched() {
      return asked.stream().filter(url -> !url.startsWith("data:")).skip(1).toList();
    }

    /** How many pixels stick out to the side. */
    int overflow() {
      return ((Number)
              page.evaluate(
                  "() => document.documentElement.scrollWidth -"
                      + " document.documentElement.clientWidth"))
          .intValue();
    }

    /** What has to be scrolled sideways though it is no table of numbers. */
    @SuppressWarnings("unchecked")
    List<String> sideways() {
      return (List<String>)
          page.evaluate(
              "() => [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length"
                  + " && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1"
                  + " && !e.closest('.numbers') && !e.closest('.hidden')"
                  + " && getComputedStyle(e).overflowX !== 'visible')"
                  + ".map(e => e.tagName + '.' + e.className)");
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
