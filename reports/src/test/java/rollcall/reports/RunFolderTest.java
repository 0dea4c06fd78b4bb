package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Instant STARTED = Instant.parse("2026-11-20T23:59:01.7Z");

  @TempDir Path root;

  @Test
  void itIsNamedByTimeMatrixAndSeedAndLatestLeadsToIt() {
    RunFolder folder = create("smoke");

    assertThat(folder.path().getFileName()).hasToString("20261120-235901-smoke-7");
    assertThat(folder.logs()).isDirectory();
    assertThat(root.resolve("latest")).isSymbolicLink();
    assertThat(root.resolve("latest/logs")).isDirectory();
  }

  @Test
  void aSecondRunInTheSameSecondHasAFolderOfItsOwn() throws IOException {
    create("smoke");
    RunFolder second = create("smoke");

    assertThat(second.path().getFileName()).hasToString("20261120-235901-smoke-7-2");
    assertThat(Files.readSymbolicLink(root.resolve("latest")))
        .isEqualTo(second.path().getFileName());
  }

  @Test
  void aNameCannotLeadOutOfTheRoot() {
    assertThat(create("../../etc/x y").path().getParent()).isEqualTo(root);
    assertThat(create("").path().getFileName().toString()).endsWith("-unnamed-7");
    assertThat(create("m".repeat(10_000)).path()).isDirectory();
  }

  @Test
  void everyFormIsWrittenAndReplacedWhole() throws IOException {
    RunFolder folder = create("smoke");
    folder.write(Sample.unfinished());
    folder.write(Sample.everything());

    assertThat(ResultsJson.read(folder.path()).verdict()).isEqualTo(Verdict.FAIL);
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "results.json",
              "junit.xml",
              "report.html",
              "summary.md",
              "metrics.prom",
              "report.sha256",
              "logs");
    }
  }

  @Test
  void whoReadsWhileItIsWrittenReadsAWholeFile() throws Exception {
    RunFolder folder = create("smoke");
    RunRecord run = Sample.large(60);
    folder.write(run);
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<Integer> reader =
        new FutureTask<>(
            () -> {
              int reads = 0;
              while (!done.get() || reads == 0) {
                assertThat(ResultsJson.read(folder.path()).cells()).hasSize(60);
                reads++;
              }
              return reads;
            });
    new Thread(reader, "reader").start();
    for (int i = 0; i < 10; i++) {
      folder.write(run);
    }
    done.set(true);

    assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void noFormHoldsASecret() throws IOException {
    RunFolder folder = create("smoke");
    folder.write(Sample.everything());
    folder.keep("matrix.yaml", "redis: redis://default:hunter2@127.0.0.1\n");

    for (String name :
        List.of("results.json", "junit.xml", "report.html", "summary.md", "matrix.yaml")) {
      assertThat(folder.path().resolve(name))
          .content()
          .doesNotContain("hunter2")
          .doesNotContain("abc.def.ghi");
    }
    assertThat(folder.path().resolve("results.json"))
        .content()
        .contains("redis://default:***@127.0.0.1:6379/1");
  }

  @Test
  void logsAreMaskedAndWhatIsNoTextInThemStays() throws IOException {
    RunFolder folder = create("smoke");
    Path cell = Files.createDirectories(folder.logs().resolve("cell"));
    byte[] noText = {(byte) 0xFF, 0, (byte) 0xC3, '\n'};
    Files.write(cell.resolve("redis.log"), noText);
    Files.writeString(
        cell.resolve("node.log"), "é redis://a:hunter2@h\nlast", StandardCharsets.UTF_8);

    folder.maskLogs();

    assertThat(cell.resolve("redis.log")).hasBinaryContent(noText);
    assertThat(cell.resolve("node.log")).hasContent("é redis://a:***@h\nlast");
  }

  @Test
  void aRootThatCannotBeWrittenIsRefusedWithARemedy() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "in the way");

    for (Path bad : List.of(file, file.resolve("below"), Path.of("/proc/rollcall"))) {
      assertThatThrownBy(() -> RunFolder.create(bad, STARTED, "smoke", "7"))
          .isInstanceOf(ResultsException.class)
          .hasMessageContaining("cannot create a folder for the results in " + bad)
          .hasMessageContaining("saw")
          .hasMessageContaining("To fix:");
    }
  }

  @Test
  void aFolderNamedLatestIsNotReplaced() throws IOException {
    Files.createDirectories(root.resolve("latest/precious"));

    assertThatThrownBy(() -> create("smoke"))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("latest");
    assertThat(root.resolve("latest/precious")).isDirectory();
  }

  @Test
  void whatWasWrittenBeforeStaysWhenWritingFails() throws IOException {
    RunFolder folder = create("smoke");
    folder.write(Sample.unfinished());
    Path page = folder.page();
    Files.delete(page);
    Files.createDirectories(page.resolve("in the way"));

    assertThatThrownBy(() -> folder.write(Sample.everything()))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("report.html")
        .hasMessageContaining("of an earlier state");
    assertThat(ResultsJson.read(folder.path()).matrix()).isEqualTo("nightly");
    assertThat(Checksums.wrong(folder.path())).containsExactly("report.html is missing");
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void aFullDiskIsNamed() {
    ResultsException full =
        ResultsException.of(
            "cannot write x", root, new FileSystemException("x", null, "No space left on device"));

    assertThat(full).hasMessageContaining("free some space on the disk that holds " + root);
  }

  private RunFolder create(String matrix) {
    return RunFolder.create(root, STARTED, matrix, "7");
  }
}
