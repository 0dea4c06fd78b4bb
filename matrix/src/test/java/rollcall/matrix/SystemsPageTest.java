package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemsPageTest {
  @Test
  void thePageIsWhatTheSystemsAndTheirMatricesSay() throws IOException {
    Path page = Path.of("..", "docs", "systems", "README.md");
    String markdown = new SystemsPage().markdown();
    if (Boolean.getBoolean("rollcall.write-docs")) {
      Files.writeString(page, markdown);
    }
    assertThat(page)
        .as("write it again with: mvn test -pl matrix -am -Drollcall.write-docs=true")
        .hasContent(markdown);
  }
}
