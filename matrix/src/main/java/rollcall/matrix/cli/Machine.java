package rollcall.matrix.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What a run runs on; looked up beside the start, because asking every program takes a while. */
final class Machine {
  private final Map<String, CompletableFuture<Optional<String>>> versions = new TreeMap<>();

  private Machine() {}

  static Machine look() {
    Machine machine = new Machine();
    Tool.ALL.forEach(
        tool -> machine.versions.put(tool.name(), CompletableFuture.supplyAsync(tool::version)));
    return machine;
  }

  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    Runtime runtime = Runtime.getRuntime();
    facts.put("cores", String.valueOf(runtime.availableProcessors()));
    facts.put("harness heap", "%d MB".formatted(runtime.maxMemory() >> 20));
    facts.put("memory", "%d MB".formatted(memoryBytes() >> 20));
    facts.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    facts.put("java", System.getProperty("java.runtime.version"));
    versions.forEach((name, version) -> version.join().ifPresent(found -> facts.put(name, found)));
    return facts;
  }

  private static long memoryBytes() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
