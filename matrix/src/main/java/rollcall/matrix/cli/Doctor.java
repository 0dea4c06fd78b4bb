package rollcall.matrix.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.fixtures.provider.DockerEngine;

/** Looks at this machine with a run's eyes. */
final class Doctor {
  private static final long DISK_MIN_MB = 2_000;
  private static final long DESCRIPTORS_MIN = 4_096;
  private static final int PORTS = 20;

  private final Path home;

  Doctor(Path home) {
    this.home = home;
  }

  /** One thing looked at; the remedy is empty where none is needed. */
  record Line(String what, boolean fine, String seen, String remedy) {}

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("java", true, System.getProperty("java.runtime.version"), ""));
    lines.addAll(Tool.ALL.parallelStream().map(Doctor::look).toList());
    lines.add(engine());
    lines.add(descriptors());
    lines.add(ports());
    lines.add(disk());
    return lines;
  }

  /** The providers that can bring clusters up; null where none can. */
  @Nullable String able(List<Line> lines) {
    boolean node = isFine("node", lines) && isFine("npm", lines);
    String able =
        Stream.of(
                isFine("docker engine", lines) ? "containers" : "",
                node && isFine("free ports", lines) ? "processes" : "")
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    return able.isEmpty() ? null : able;
  }

  private static boolean isFine(String what, List<Line> lines) {
    return lines.stream().anyMatch(line -> line.what().equals(what) && line.fine());
  }

  private static Line look(Tool tool) {
    Optional<String> version = tool.version();
    if (version.isEmpty()) {
      return new Line(tool.name(), false, "not found", tool.remedy());
    }
    boolean suffices = tool.suffices(version.get());
    return new Line(tool.name(), suffices, version.get(), suffices ? "" : tool.remedy());
  }

  private static Line engine() {
    return DockerEngine.whyNot()
        .map(
            because ->
                new Line("docker engine", false, because, "start it; see that `docker ps` answers"))
        .orElse(new Line("docker engine", true, "answers", ""));
  }

  private static Line descriptors() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
      return new Line("ulimit -n", true, "not told by this system", "");
    }
    long most = unix.getMaxFileDescriptorCount();
    boolean fine = most >= DESCRIPTORS_MIN;
    return new Line(
        "ulimit -n", fine, String.valueOf(most), fine ? "" : "ulimit -n " + DESCRIPTORS_MIN);
  }

  private static Line ports() {
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (int i = 0; i < PORTS; i++) {
        taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return new Line("free ports", true, "%d taken and given back".formatted(PORTS), "");
    } catch (IOException e) {
      return new Line(
          "free ports",
          false,
          "only %d on loopback: %s".formatted(taken.size(), e.getMessage()),
          "end what holds them; see `ss -ltn`");
    } finally {
      taken.forEach(Doctor::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("could not give a port back", e);
    }
  }

  private Line disk() {
    try {
      long free = Files.getFileStore(home).getUsableSpace() >> 20;
      boolean fine = free >= DISK_MIN_MB;
      return new Line(
          "disk",
          fine,
          "%,d MB free below %s".formatted(free, home),
          fine ? "" : "make room: %,d MB are needed".formatted(DISK_MIN_MB));
    } catch (IOException e) {
      return new Line("disk", false, String.valueOf(e), "check the file system of " + home);
    }
  }
}
