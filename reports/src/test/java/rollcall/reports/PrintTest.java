package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a browser prints them into a PDF, read back by another program. */
@Tag("browser")
class PrintTest {
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
  void aSignOffSaysAllOfItOnPaper() throws IOException {
    for (RunRecord run : List.of(Sample.everything(), Sample.green())) {
      RunFolder folder = written(run);
      List<String> pages = printed(folder.signOff());
      String all = String.join(" ", pages).replaceAll("\\s+", " ");

      assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(page.strip()).isNotEmpty());
      assertThat(pages.get(0)).contains(SignOff.go(run) ? "GO" : "NO-GO", "Objective", "Result");
      assertThat(all).contains("Conditions", "What was not covered", "Date and signature");
      assertThat(all.replace(" ", "")).contains(Checksums.ofResults(folder.path()));
      for (SignOff.Gap gap : SignOff.gaps(run)) {
        assertThat(all.replace(" ", "")).contains(gap.what().replaceAll("\\s", ""));
      }
    }
  }

  @Test
  void theReportKeepsItsGridAndItsDetails() throws IOException {
    List<String> pages = printed(written(Sample.everything()).page());
    assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(page.strip()).isNotEmpty());
    assertThat(String.join(" ", pages)).contains("FAIL", "What needs attention", "The run");
  }

  private static RunFolder written(RunRecord run) {
    RunFolder folder = RunFolder.create(root, run.started(), run.matrix(), run.seed());
    folder.write(run);
    return folder;
  }

  /** The text of each page. */
  private static List<String> printed(Path page) throws IOException {
    List<String> pages = new ArrayList<>();
    try (Browser.Sight sight = browser.look(page, 1200, ColorScheme.LIGHT);
        PDDocument document =
            Loader.loadPDF(sight.page().pdf(new Page.PdfOptions().setFormat("A4")))) {
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }
}
