package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see: the pages in a real browser. */
@Tag("browser")
class BrowserTest {
  @TempDir static Path root;

  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void nothingIsWrongAndNothingIsFetched() {
    for (RunRecord run : runs()) {
      try (Browser.Sight sight = look(run, 1200)) {
        assertThat(sight.said()).as(run.matrix()).isEmpty();
        assertThat(sight.fetched()).as(run.matrix()).isEmpty();
        assertThat(sight.page().title()).contains(run.verdict().name());
      }
    }
  }

  @Test
  void nothingSticksOutToTheSide() {
    for (RunRecord run : runs()) {
      for (int width : List.of(360, 700, 1200)) {
        try (Browser.Sight sight = look(run, width)) {
          openAll(sight.page());
          assertThat(sight.overflow()).as(run.matrix() + " at " + width).isZero();
          assertThat(sight.sideways()).as(run.matrix() + " at " + width).isEmpty();
          sight.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(sight.overflow()).as(run.matrix() + " printed at " + width).isZero();
        }
      }
    }
  }

  @Test
  void everyMarkOfTheGridLeadsToItsDetails() {
    try (Browser.Sight sight = look(Sample.broad(), 1200)) {
      Locator tiles = sight.page().locator(".grid td a.tile");
      assertThat(tiles.count()).isGreaterThan(100);
      for (int tile : List.of(0, 7, 30, tiles.count() - 1)) {
        String target = tiles.nth(tile).getAttribute("href");
        tiles.nth(tile).click();
        assertThat(sight.page().url()).endsWith(target);
        assertThat(sight.page().locator(target).isVisible()).as(target).isTrue();
      }
      assertThat(sight.page().locator(".legend .mark:visible").count())
          .isEqualTo(Outcome.values().length + 1);
    }
  }

  @Test
  void whoHasOnlyAKeyboardGetsEverywhere() {
    try (Browser.Sight sight = look(Sample.everything(), 1200)) {
      Page page = sight.page();
      page.keyboard().press("Tab");
      assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
      page.keyboard().press("Enter");
      assertThat(page.url()).endsWith("#main");
      page.locator(".grid td a.tile").first().focus();
      assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
          .isEqualTo("solid");
    }
  }

  @Test
  void theChartsHoldWhatTheResultsHold() {
    RunRecord run = Sample.loaded(2);
    Measurement measured = run.cells().get(1).scenarios().get(0).measurements().get(0);
    try (Browser.Sight sight = look(run, 1200)) {
      Locator charts = sight.page().locator("#cell-2-1 svg.chart");
      assertThat(charts.count()).isEqualTo(10);
      for (Measurement.Series series : measured.series()) {
        assertThat(drawn(charts, series.which()))
            .as(series.name())
            .anySatisfy(dots -> assertClose(dots, series.points(), 1));
      }
      for (Measurement.Curve curve : measured.percentiles()) {
        List<Measurement.Point> told =
            curve.points().stream().filter(point -> point.x() <= 99.99).toList();
        assertThat(drawn(charts, curve.which()))
            .as(curve.name())
            .anySatisfy(dots -> assertClose(dots, told, 1000));
      }
    }
  }

  @Test
  void thePhasesOfAFaultAreShadedAndNamed() {
    try (Browser.Sight sight = look(Sample.everything(), 1200)) {
      Locator chart = sight.page().locator("#cell-2-1 .figure").first();
      assertThat(chart.locator("svg.chart rect.band").count()).isEqualTo(4);
      assertThat(sight.page().locator("#cell-2-1 .phases").innerText())
          .contains("Redis down, 4.00 to 7.50\u00A0s", "resubscribed");
      assertThat(chart.locator("svg.chart").getAttribute("aria-label")).contains("Redis down");
    }
  }

  @Test
  void whoCannotSeeOrSeesLittleFindsNothingSerious() {
    for (RunRecord run : List.of(Sample.everything(), Sample.loaded(1), Sample.broad())) {
      Path page = page(run);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        int width = scheme == ColorScheme.LIGHT ? 360 : 1200;
        try (Browser.Sight sight = browser.look(page, width, scheme)) {
          openAll(sight.page());
          assertThat(serious(sight.page())).as("%s %s", run.matrix(), scheme).isEmpty();
        }
      }
    }
  }

  @Test
  void whatASystemAnsweredIsNeverRunAndNeverReorders() {
    try (Browser.Sight sight = look(Published.of(Sample.hostile()), 1200)) {
      assertThat(sight.said()).isEmpty();
      assertThat(sight.page().locator("main script, main img, main iframe").count()).isZero();
      assertThat(sight.page().locator("main").innerText())
          .contains("<script>alert(1)</script>", "⟨U+202E⟩", "(10,000 characters in all)");
    }
  }

  /** Shown by what it stops: the same names unescaped would be seen here. */
  @Test
  void aPageThatRanSomethingWouldBeNoticed() throws Exception {
    Path bad =
        java.nio.file.Files.writeString(
            root.resolve("bad.html"),
            "<!DOCTYPE html><script>console.error('x')</script><img src='file:///nowhere.png'>"
                + "<div style='width:5000px'>wide</div><a href='#x'></a>");
    try (Browser.Sight sight = browser.look(bad, 360, ColorScheme.LIGHT)) {
      assertThat(sight.said()).isNotEmpty();
      assertThat(sight.fetched()).isNotEmpty();
      assertThat(sight.overflow()).isPositive();
      assertThat(serious(sight.page())).isNotEmpty();
    }
  }

  static void openAll(Page page) {
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  static List<String> serious(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList())
            .toList();
  }

  private static List<RunRecord> runs() {
    return List.of(
        Sample.everything(),
        Sample.green(),
        Sample.unfinished(),
        Published.of(Sample.hostile()),
        Sample.loaded(2),
        Sample.broad());
  }

  private static Browser.Sight look(RunRecord run, int width) {
    return browser.look(page(run), width, ColorScheme.LIGHT);
  }

  private static Path page(RunRecord run) {
    RunFolder folder = RunFolder.create(root, run.started(), run.matrix(), run.seed());
    folder.write(run);
    return folder.page();
  }

  private static List<List<Measurement.Point>> drawn(Locator charts, String line) {
    List<List<Measurement.Point>> all = new ArrayList<>();
    for (Locator chart : charts.all()) {
      for (Locator path : chart.locator("path.line").all()) {
        if (line.equals(path.getAttribute("data-line"))) {
          all.add(
              Reading.of(
                  chart.getAttribute("data-x"),
                  chart.getAttribute("data-y"),
                  path.getAttribute("d")));
        }
      }
    }
    return all;
  }

  private static void assertClose(
      List<Measurement.Point> dots, List<Measurement.Point> points, double divisor) {
    assertThat(dots).hasSameSizeAs(points);
    double most = points.stream().mapToDouble(Measurement.Point::y).max().orElseThrow() / divisor;
    for (int i = 0; i < dots.size(); i++) {
      assertThat(dots.get(i).y())
          .isCloseTo(points.get(i).y() / divisor, org.assertj.core.data.Offset.offset(most / 100));
    }
  }

  private record Reading(String kind, double from, double to) {
    static List<Measurement.Point> of(String x, String y, String path) {
      Reading across = of(x);
      Reading up = of(y);
      List<Measurement.Point> points = new ArrayList<>();
      for (String dot : path.substring(1).split("L", -1)) {
        String[] at = dot.split(" ", -1);
        points.add(
            new Measurement.Point(
                across.value((Double.parseDouble(at[0]) - 46) / (378 - 46)),
                up.value((186 - Double.parseDouble(at[1])) / (186 - 10))));
      }
      return points;
    }

    private static Reading of(String text) {
      String[] words = text.split(" ", -1);
      return new Reading(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    private double value(double part) {
      return switch (kind) {
        case "LINEAR" -> from + part * (to - from);
        case "LOG" -> from * Math.pow(to / from, part);
        default -> 100 * (1 - Math.pow(10, -4 * part));
      };
    }
  }
}
