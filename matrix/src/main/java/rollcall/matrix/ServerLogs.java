package rollcall.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import rollcall.fixtures.provider.LogTail;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Verdict;

/** What the servers of a cell wrote: at last, and while each of its scenarios was played. */
final class ServerLogs {
  private static final int LAST_LINES = 30;
  private static final int MEANWHILE_LINES = 10;

  private final Path folder;
  private final Map<String, Map<Path, Long>> begun = new HashMap<>();
  private final Map<String, Map<Path, Long>> ended = new HashMap<>();

  ServerLogs(Path folder) {
    this.folder = folder;
  }

  void begun(String scenario) {
    begun.put(scenario, sizes());
  }

  void ended(String scenario) {
    ended.put(scenario, sizes());
  }

  /** The result with what was written meanwhile, where it was not answered well. */
  ScenarioResult beside(ScenarioResult result) {
    boolean well =
        result.findings().stream().allMatch(finding -> finding.verdict() == Verdict.PASS);
    return well ? result : result.logged(meanwhile(result.id()));
  }

  private List<String> meanwhile(String scenario) {
    Map<Path, Long> from = begun.getOrDefault(scenario, Map.of());
    return ended.getOrDefault(scenario, Map.of()).entrySet().stream()
        .flatMap(
            log ->
                told(
                    LogTail.between(
                        log.getKey(),
                        from.getOrDefault(log.getKey(), 0L),
                        log.getValue(),
                        MEANWHILE_LINES)))
        .toList();
  }

  List<String> last() {
    return sizes().keySet().stream().flatMap(log -> told(LogTail.of(log, LAST_LINES))).toList();
  }

  private static Stream<String> told(LogTail tail) {
    String part = String.valueOf(tail.log().getFileName()).replace(".log", "");
    return tail.lines().stream().map(line -> part + " | " + line);
  }

  private Map<Path, Long> sizes() {
    Map<Path, Long> sizes = new TreeMap<>();
    for (Path file : files()) {
      if (file.toString().endsWith(".log")) {
        sizes.put(file, file.toFile().length());
      }
    }
    return sizes;
  }

  /** All of them, traces too. */
  List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder, e);
    }
  }
}
