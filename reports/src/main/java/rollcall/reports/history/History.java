package rollcall.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rollcall.reports.ResultsException;
import rollcall.reports.ResultsJson;

/**
 * The file in which every run is a line.
 *
 * @param runs oldest first
 * @param unreadable how many lines are none, such as one that a full disk cut short
 */
public record History(List<Past> runs, int unreadable) {
  public History {
    runs = List.copyOf(runs);
  }

  /** What the file holds; nothing where there is none. */
  public static History read(Path file) {
    if (!Files.exists(file)) {
      return new History(List.of(), 0);
    }
    List<Past> runs = new ArrayList<>();
    int unreadable = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        Optional<Past> past = line.isBlank() ? Optional.empty() : past(line);
        past.ifPresent(runs::add);
        unreadable += past.isEmpty() && !line.isBlank() ? 1 : 0;
      }
    } catch (IOException e) {
      throw ResultsException.of("cannot read the history " + file, file, e);
    }
    return new History(runs, unreadable);
  }

  private static Optional<Past> past(String line) {
    try {
      return Optional.of(ResultsJson.mapper().readValue(line, Past.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Adds one line in one go; what another run adds meanwhile, or a cut line before, stays apart.
   */
  public static void append(Path file, Past past) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      String line = ResultsJson.mapper().writeValueAsString(past) + "\n";
      try (FileChannel out =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = out.lock()) {
        long end = out.size();
        String before = lock.isValid() && endsWithin(out, end) ? "\n" : "";
        ByteBuffer bytes = ByteBuffer.wrap((before + line).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          end += out.write(bytes, end);
        }
      }
    } catch (IOException e) {
      throw ResultsException.of("cannot add to the history " + file, file, e);
    }
  }

  private static boolean endsWithin(FileChannel out, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n';
  }

  /** The runs that may be compared with this one. */
  public List<Past> like(Past one) {
    return runs.stream().filter(past -> past.isLike(one)).toList();
  }

  /** The one of this name. */
  public Optional<Past> named(String run) {
    return runs.stream().filter(past -> past.run().equals(run)).reduce((one, later) -> later);
  }
}
