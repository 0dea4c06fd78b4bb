package rollcall.reports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Several files that change together: none before there was room for all. */
final class Drafts {
  private Drafts() {}

  /** Removes what was left of a put that never ended. */
  static void clear(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, WholeFile.DRAFTS)) {
      for (Path draft : left) {
        Files.delete(draft);
      }
    }
  }

  static void put(Path folder, Map<String, String> texts) throws IOException {
    Map<Path, Path> drafts = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> one : texts.entrySet()) {
        Path file = folder.resolve(one.getKey());
        if (Files.isDirectory(file)) {
          throw new java.nio.file.FileAlreadyExistsException(file.toString());
        }
        drafts.put(file, WholeFile.draft(file));
        Files.writeString(drafts.get(file), one.getValue());
      }
      for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
        WholeFile.moveTo(draft.getKey(), draft.getValue());
      }
    } finally {
      for (Path draft : drafts.values()) {
        Files.deleteIfExists(draft);
      }
    }
  }
}
