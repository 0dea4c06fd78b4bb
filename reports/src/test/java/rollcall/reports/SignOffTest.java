package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignOffTest {
  @TempDir Path root;

  @Test
  void whatWasNotCoveredIsListedAndNothingButAPassMayGo() throws IOException {
    String page = Files.readString(written(Sample.everything()).signOff());

    assertThat(page)
        .contains("NO-GO", "What was not covered", "SOCKETIO_WORKERS above 1 does not work yet")
        .contains("340 ms behind its own schedule", "the system has no /metrics")
        .contains("30 receivers got each of 400 messages 3 times");
    assertThat(Files.readString(written(Sample.unfinished()).signOff()))
        .contains("NO-GO", "the rest of the run");
    assertThat(Files.readString(written(Sample.green()).signOff()))
        .contains(">GO<", "Everything that the matrix asks was answered");
  }

  @Test
  void whoChangesTheResultsIsFoundOut() throws IOException {
    RunFolder folder = written(Sample.everything());
    folder.signOff(new SignOff("1,000 clients", List.of("they hold"), List.of("on one machine")));
    assertThat(Checksums.wrong(folder.path())).isEmpty();

    Path results = folder.path().resolve("results.json");
    Files.writeString(results, Files.readString(results).replace("\"FAIL\"", "\"PASS\""));
    assertThat(Checksums.wrong(folder.path()))
        .anyMatch(line -> line.startsWith("results.json is not as it was written"))
        .anyMatch(line -> line.startsWith("sign-off.html was written for other results"));

    RunFolder.again(folder.path());
    assertThat(Checksums.wrong(folder.path()))
        .containsExactly("sign-off.html was written for other results than these");
  }

  private RunFolder written(RunRecord run) {
    RunFolder folder = RunFolder.create(root, run.started(), run.matrix(), run.seed());
    folder.write(run);
    return folder;
  }
}
