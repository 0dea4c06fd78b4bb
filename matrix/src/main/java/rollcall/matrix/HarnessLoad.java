package rollcall.matrix;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What our own JVM, in which clients and publishers live, has taken of the machine. */
final class HarnessLoad {
  private final long begunNanos = System.nanoTime();
  private final long begunCpuNanos = cpuNanos();

  /** Since this was made: {@code 61 s of CPU, 14 % of the machine}. */
  String said() {
    long cpu = cpuNanos() - begunCpuNanos;
    double elapsed = Math.max(1, System.nanoTime() - begunNanos);
    double share = 100 * cpu / elapsed / Runtime.getRuntime().availableProcessors();
    return String.format(Locale.ROOT, "%.1f s of CPU, %.0f %% of the machine", cpu / 1e9, share);
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }
}
