package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while a report is written. */
class KilledWriterTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path root;

  @Test
  void everyFileIsWholeAndWhatIsOfAnotherStateIsNamedAndMended() throws Exception {
    for (int i = 0; i < 3; i++) {
      Path runs = Files.createDirectories(root.resolve("killed-" + i));
      Path folder = killedWhileWriting(runs);

      // Whichever state it is, it is all of it: these throw on a file that is cut off.
      RunRecord run = ResultsJson.read(folder);
      assertThat(run.cells().size()).isIn(40, 4);
      assertThat(folder.resolve("report.html")).content().endsWith("</html>\n");
      assertThat(folder.resolve("junit.xml")).content().endsWith("</testsuites>\n");
      assertThat(Checksums.wrong(folder))
          .allMatch(wrong -> wrong.endsWith("state of the run"), "of another state");

      RunFolder.again(folder);
      assertThat(Checksums.wrong(folder)).isEmpty();
      assertThat(drafts(folder)).isFalse();
    }
  }

  /** Killed the moment that something of a later state than the first lies half written there. */
  private static Path killedWhileWriting(Path runs) throws Exception {
    Process writer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledWriter.class.getName(),
                    runs.toString()))
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(runs.resolve("said").toFile())
            .start();
    try {
      Path folder = runs.resolve("latest");
      // The last file of a state: before it there is none that another could be half of.
      await(writer, () -> Files.exists(folder.resolve(Checksums.FILE)));
      await(writer, () -> drafts(folder));
    } finally {
      writer.destroyForcibly();
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).as("killed").isTrue();
    }
    return runs.resolve("latest").toRealPath();
  }

  private static boolean drafts(Path folder) {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, WholeFile.DRAFTS)) {
      return drafts.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(Process writer, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(writer.isAlive()).as("the writer still writes").isTrue();
      assertThat(System.nanoTime() - end).as("seen within %s", LIMIT).isNegative();
      Thread.onSpinWait();
    }
  }
}
