package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  @Test
  void thePageIsWhatTheCodeHas() throws IOException {
    Path page = Path.of("..", "docs", "reference.md");
    if (Boolean.getBoolean("rollcall.write-docs")) {
      Files.writeString(page, ReferencePage.markdown());
    }
    assertThat(page)
        .as("write it again with: mvn test -pl matrix -am -Drollcall.write-docs=true")
        .hasContent(ReferencePage.markdown());
  }
}
