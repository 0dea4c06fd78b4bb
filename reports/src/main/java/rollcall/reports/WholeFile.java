package rollcall.reports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that others see whole or not at all: written beside their place and moved there. */
final class WholeFile {
  /** As a glob. */
  static final String DRAFTS = ".*.tmp";

  private WholeFile() {}

  static void put(Path file, String text) throws IOException {
    Path draft = draft(file);
    try {
      Files.writeString(draft, text);
      moveTo(file, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A symbolic link that at every moment leads somewhere: to the old target, then to the new. */
  static void link(Path link, Path target) throws IOException {
    Path draft = draft(link);
    try {
      Files.createSymbolicLink(draft, target);
      moveTo(link, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Masks every file below the folder, line by line, and leaves alone those with no secret. */
  static void maskAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path draft = draft(file);
      try {
        if (copyMasked(file, draft)) {
          moveTo(file, draft);
        }
      } finally {
        Files.deleteIfExists(draft);
      }
    }
  }

  /** Reads bytes as Latin-1, so that what is no text stays as it was. */
  private static boolean copyMasked(Path from, Path to) throws IOException {
    boolean masked = false;
    try (BufferedReader in = Files.newBufferedReader(from, StandardCharsets.ISO_8859_1);
        Writer out = Files.newBufferedWriter(to, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String kept = Mask.text(line);
        masked |= !kept.equals(line);
        out.write(kept);
        out.write('\n');
      }
    }
    return masked;
  }

  static Path draft(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  static void moveTo(Path file, Path draft) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
