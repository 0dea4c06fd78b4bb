package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that is really full: a small one in memory, which takes root to mount. */
class FullDiskTest {
  private static final int ROOM = 4 << 20;

  @TempDir Path root;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = runs("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", root.toString());
    assumeTrue(mounted, "no file system can be mounted here; that takes root");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(runs("umount", root.toString())).as("unmounted " + root).isTrue();
    }
  }

  @Test
  void whatWasWrittenBeforeStaysWholeAndTheNextRunOfItSucceeds() throws IOException {
    RunFolder folder = RunFolder.create(root, Instant.EPOCH, "full", "7");
    folder.write(Sample.unfinished());
    String before = Files.readString(folder.page());
    Path filler = fill(root, 64 << 10);

    assertThatThrownBy(() -> folder.write(Sample.everything()))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("free some space on the disk")
        .hasMessageContaining("of an earlier state of the run");
    assertThat(folder.page()).hasContent(before);
    assertThat(Checksums.wrong(folder.path())).isEmpty();
    assertThat(ResultsJson.read(folder.path()).matrix()).isEqualTo("nightly");
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    Files.delete(filler);
    folder.write(Sample.everything());
    assertThat(Checksums.wrong(folder.path())).isEmpty();
    assertThat(ResultsJson.read(folder.path()).matrix()).isEqualTo("everything");
  }

  /** Takes all but so much of what is left. */
  private static Path fill(Path root, long left) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    return Files.write(root.resolve("filler"), new byte[(int) (free - left)]);
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
