package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;

class ServerLogsTest {
  @TempDir Path folder;

  @Test
  void whatWasNotAnsweredWellHasTheLinesThatWereWrittenMeanwhile() throws IOException {
    ServerLogs logs = new ServerLogs(folder);
    write("node-1.log", "before");
    logs.begun("room/full");
    write("node-1.log", "meanwhile");
    write("redis.log", "began late");
    write("trace.txt", "is no log");
    logs.ended("room/full");
    write("node-1.log", "after");

    assertThat(logs.beside(result(Finding.fail("delivery", "3 lost"))).log())
        .containsExactly("node-1 | meanwhile", "redis | began late");
    assertThat(logs.beside(result(Finding.pass("delivery", "all"))).log()).isEmpty();
    assertThat(logs.last())
        .containsExactly(
            "node-1 | before", "node-1 | meanwhile", "node-1 | after", "redis | began late");
    assertThat(logs.files()).hasSize(3);
  }

  @Test
  void whoseServersNeverStartedHasNone() {
    ServerLogs logs = new ServerLogs(folder.resolve("absent"));

    assertThat(logs.beside(result(Finding.unknown("start", "no"))).log()).isEmpty();
    assertThat(logs.last()).isEmpty();
  }

  private void write(String name, String line) throws IOException {
    Files.writeString(
        folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static ScenarioResult result(Finding finding) {
    return new ScenarioResult(
        "room/full",
        "A room gets all",
        Standing.ASKED,
        "",
        List.of(finding),
        Duration.ofSeconds(1),
        "again");
  }
}
