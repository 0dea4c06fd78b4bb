package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report over 200 cells and 20 million deliveries takes 3 s and 300 MB, launcher and all. */
@Tag("benchmark")
class ReportBenchmarkTest {
  private static final int TIMES = 9;

  @TempDir Path root;

  private record Cost(Duration time, long megabytes) {}

  @Test
  void aLargeRunIsRenderedAgain() throws Exception {
    RunFolder folder = RunFolder.create(root, Instant.EPOCH, "large", "7");
    folder.write(Large.run());
    Files.delete(folder.page());
    rendered(folder.path()); // builds what is missing

    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      costs.add(rendered(folder.path()));
    }
    List<Duration> times = costs.stream().map(Cost::time).sorted().toList();
    List<Long> megabytes = costs.stream().map(Cost::megabytes).sorted().toList();
    System.out.printf(
        "report over %d cells, %,d deliveries: median %d ms (%d to %d, n=%d), at most %d MB; page"
            + " %.2f MB, results %.1f MB; load average %s%n",
        Large.CELLS,
        Large.DELIVERIES,
        times.get(TIMES / 2).toMillis(),
        times.get(0).toMillis(),
        times.get(TIMES - 1).toMillis(),
        TIMES,
        megabytes.get(TIMES - 1),
        Files.size(folder.page()) / 1e6,
        Files.size(folder.path().resolve(ResultsJson.FILE)) / 1e6,
        Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    assertThat(Files.size(folder.page())).isLessThanOrEqualTo(2_000_000);
    assertThat(megabytes.get(TIMES - 1)).isLessThanOrEqualTo(300);
    assertThat(times.get(TIMES / 2)).isLessThanOrEqualTo(Duration.ofSeconds(3));
  }

  private Cost rendered(Path folder) throws Exception {
    Path said = root.resolve("said");
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder("../rollcall", "report", folder.toString())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(said.toFile())
            .start();
    long peak = 0;
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return new Cost(time, peak);
  }

  /** What the kernel kept of the launcher, and of Java, which takes its place. */
  private static long peakMegabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.readString(status).lines()) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0; // the kernel knows it no more
    }
  }
}
