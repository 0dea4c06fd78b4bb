package rollcall.liars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.Home;

/** Systems with other files in place of some of their own: a balancer's settings lie so. */
final class LyingSystems implements AutoCloseable {
  private final Path compose = Home.find().resolve("compose");
  private final Queue<Path> copies = new ConcurrentLinkedQueue<>();

  /** The system as it is, where there is no such folder. */
  SystemUnderTest read(String name, Path lies) {
    if (!Files.isDirectory(lies)) {
      return SystemFile.read(compose, name);
    }
    try (Stream<Path> systems = Files.list(compose);
        Stream<Path> parts = Files.list(compose.resolve(name));
        Stream<Path> lying = Files.list(lies)) {
      Path copy = Files.createTempDirectory("rollcall-lying-");
      copies.add(copy);
      link(systems.filter(one -> !one.endsWith(name)).toList(), copy);
      Path own = Files.createDirectory(copy.resolve(name));
      link(lying.toList(), own);
      link(parts.filter(part -> !Files.exists(own.resolve(part.getFileName()))).toList(), own);
      return SystemFile.read(copy, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(List<Path> files, Path folder) throws IOException {
    for (Path file : files) {
      Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
    }
  }

  @Override
  public void close() {
    copies.forEach(LyingSystems::remove);
  }

  /** Its links, and not what they lead to. */
  private static void remove(Path copy) {
    try (Stream<Path> links = Files.walk(copy)) {
      for (Path link : links.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
