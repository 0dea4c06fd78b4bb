package rollcall.reports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A folder that nothing else has, under a name that leads nowhere else. */
final class NewFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int NAME_MAX = 60;
  private static final int ATTEMPTS_MAX = 1000;

  private NewFolder() {}

  static String name(Instant started, String matrix, String seed) {
    return TIME.format(started) + "-" + plain(matrix) + "-" + plain(seed);
  }

  /** With a place for logs, and {@code latest} beside it leading to it. */
  static Path create(Path root, String name) throws IOException {
    Path folder = createNew(Files.createDirectories(realRoot(root)), name);
    Files.createDirectory(folder.resolve("logs"));
    WholeFile.link(root.resolve("latest"), folder.getFileName());
    return folder;
  }

  static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(NAME_MAX, plain.length()));
  }

  /** A root that is a link is meant as the folder it leads to, which createDirectories refuses. */
  private static Path realRoot(Path root) throws IOException {
    return Files.isDirectory(root) ? root.toRealPath() : root;
  }

  private static Path createNew(Path root, String name) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
      try {
        return Files.createDirectory(root.resolve(attempt == 1 ? name : name + "-" + attempt));
      } catch (FileAlreadyExistsException taken) {
        if (!Files.isDirectory(root)) {
          throw taken;
        }
      }
    }
    throw new FileAlreadyExistsException(root.resolve(name).toString());
  }
}
