package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");
  private static final Pattern COMMAND = Pattern.compile("\\./rollcall ([a-z][^`#;,\\n]*)");

  @Test
  void theReadmeStaysShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) {
    assertThat(found(LINK, document))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).as(link).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandIsUnderstood(Path document) {
    for (String command : found(COMMAND, document)) {
      String[] words =
          WORD.matcher(command)
              .results()
              .map(word -> word.group().replace("'", ""))
              .toArray(String[]::new);
      assertThatCode(() -> line().parseArgs(words)).as(command).doesNotThrowAnyException();
    }
  }

  private static List<String> found(Pattern pattern, Path document) {
    return pattern
        .matcher(text(document))
        .results()
        .map((MatchResult one) -> one.group(1))
        .toList();
  }

  private static CommandLine line() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return Rollcall.in(new Surroundings(ROOT, ROOT, Map.of(), nowhere, nowhere, false));
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }
}
