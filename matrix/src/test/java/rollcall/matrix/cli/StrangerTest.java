package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.fixtures.config.Home;

/** Who loads a server of an older Socket.IO is told so, and what to do. */
@Tag("cluster")
@Timeout(120)
class StrangerTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "websocket, 'joined without a socket id, as servers before Socket.IO 3 do'",
    "polling, 'as servers before Socket.IO 3 do'"
  })
  void isSaidToBeOneWithWhatToDo(String transport, String seen) {
    int exitCode =
        run(
            List.of("load", "dartwing", "--rate", "50", "--clients", "6", "--for", "2s"),
            List.of("--transport", transport));
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(said)
        .contains("6 of 6 clients did not get in; the first:")
        .contains(seen)
        .contains("To fix: give it a server of Socket.IO 3 or 4");
    assertThat(exitCode).as(said).isEqualTo(1);
    assertThat(Files.exists(folder.resolve("latest/results.json"))).isTrue();
  }

  @Test
  void isAnAnswerToAQuestionAboutCapacity() {
    int exitCode =
        run(
            List.of("capacity", "dartwing", "--require", "100/s", "--searches", "1"),
            List.of("--clients", "6"));
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(said)
        .contains("NO-GO")
        .contains("6 of 6 clients did not get in")
        .contains("To fix: give it a server of Socket.IO 3 or 4");
    assertThat(exitCode).as(said).isEqualTo(1);
  }

  private int run(List<String> verb, List<String> more) {
    List<String> arguments = new ArrayList<>(verb);
    arguments.addAll(more);
    arguments.addAll(
        List.of(
            "--provider",
            "processes",
            "--node-command",
            "node '%s'".formatted(server()),
            "--set",
            "out=" + folder));
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Rollcall.in(new Surroundings(Home.find(), folder, Map.of(), print, print, false))
        .execute(arguments.toArray(String[]::new));
  }

  private static Path server() {
    try {
      return Path.of(
          Objects.requireNonNull(StrangerTest.class.getResource("/strangers/speaks-engine-io-3.js"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
