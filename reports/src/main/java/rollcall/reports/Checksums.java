package rollcall.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code report.sha256}: what belongs together, as {@code sha256sum -c} reads it. */
public final class Checksums {
  static final String FILE = "report.sha256";
  private static final int LENGTH = 64;
  private static final String GAP = "  ";

  private Checksums() {}

  static String of(Map<String, String> texts) {
    StringBuilder lines = new StringBuilder();
    texts.forEach(
        (name, text) -> lines.append(line(of(text.getBytes(StandardCharsets.UTF_8)), name)));
    return lines.toString();
  }

  static String line(String checksum, String name) {
    return checksum + GAP + name + "\n";
  }

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What of a run's folder is not as it was written: changed, absent, or of another state.
   *
   * @throws ResultsException where there is nothing to compare with
   */
  public static List<String> wrong(Path folder) {
    List<String> wrong = new ArrayList<>();
    List<String> others = new ArrayList<>(Forms.files());
    Path file = folder.resolve(FILE);
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.length() <= LENGTH + GAP.length()) {
          wrong.add("%s holds a line that is none: %s".formatted(FILE, Escape.visible(line)));
          continue;
        }
        String name = line.substring(LENGTH + GAP.length());
        Path form = folder.resolve(RelativeFile.checked(name));
        others.remove(name);
        if (!Files.isRegularFile(form)) {
          wrong.add(name + " is missing");
        } else if (!of(Files.readAllBytes(form)).equals(line.substring(0, LENGTH))) {
          wrong.add(name + " is not as it was written, or of another state of the run");
        }
      }
    } catch (IOException e) {
      throw ResultsException.of("cannot verify " + folder, file, e);
    }
    others.stream()
        .filter(name -> Files.exists(folder.resolve(name)))
        .forEach(name -> wrong.add(name + " is of an earlier state of the run"));
    signOff(folder).ifPresent(wrong::add);
    return List.copyOf(wrong);
  }

  /** What somebody has signed stands on the results as they were then. */
  private static Optional<String> signOff(Path folder) {
    Path page = folder.resolve(SignOffPage.FILE);
    try {
      return !Files.exists(page)
              || Files.readString(page).contains("data-results=\"%s\"".formatted(ofResults(folder)))
          ? Optional.empty()
          : Optional.of(SignOffPage.FILE + " was written for other results than these");
    } catch (IOException e) {
      throw ResultsException.of("cannot read " + page, page, e);
    }
  }

  /** Of the results of a run. */
  public static String ofResults(Path folder) {
    Path file = folder.resolve(ResultsJson.FILE);
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw ResultsException.of("cannot read " + file, file, e);
    }
  }
}
