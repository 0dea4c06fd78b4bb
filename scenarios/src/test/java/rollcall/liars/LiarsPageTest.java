package rollcall.liars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LiarsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "liars.md");

  @Test
  void thePageOfLiarsIsWhatTheTableSays() throws IOException {
    String page = LiarTable.page();
    if (Boolean.getBoolean("rollcall.write-docs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("write it again with: mvn test -pl scenarios -am -Drollcall.write-docs=true")
        .hasContent(page);
  }

  @Test
  void everyLiarIsOfItsOwnNameAndSaysWhatItIs() {
    assertThat(LiarTable.all()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(LiarTable.all()).extracting(Liar::lie).doesNotHaveDuplicates();
    assertThat(LiarTable.all())
        .allSatisfy(
            liar -> {
              assertThat(liar.scenario()).as(liar.lie()).isNotEmpty();
              assertThat(liar.words()).as(liar.lie()).isNotEmpty();
            });
  }
}
