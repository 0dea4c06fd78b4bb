package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that earlier versions wrote, kept as they wrote them, are rendered by this one. */
class OldResultsTest {
  @TempDir Path folder;

  @Test
  void schema0() throws IOException {
    Path page = rendered("results-0.json", 0);
    assertThat(page)
        .content()
        .contains("3 of 3 clients lost their connection", "cross-node/huge-numbers");
  }

  @Test
  void schema1() throws IOException {
    Path page = rendered("results-1.json", 1);
    assertThat(page).content().contains("<svg class=\"chart\"", "redis-failover/killed");
  }

  private Path rendered(String name, int schema) throws IOException {
    Path file = folder.resolve(ResultsJson.FILE);
    try (InputStream old = OldResultsTest.class.getResourceAsStream(name)) {
      Files.copy(old, file);
    }
    JsonNode written = ResultsJson.mapper().readTree(file.toFile());
    assertThat(written.path("schema").asInt()).isEqualTo(schema);
    byte[] before = Files.readAllBytes(file);

    RunFolder again = RunFolder.again(folder);

    assertThat(ResultsJson.read(folder).verdict()).hasToString(written.path("verdict").asText());
    assertThat(file).hasBinaryContent(before);
    assertThat(Checksums.wrong(folder)).isEmpty();
    return again.page();
  }
}
