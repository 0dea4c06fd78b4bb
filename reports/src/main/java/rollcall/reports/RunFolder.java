package rollcall.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;

/** The folder of one run: every file in it is whole, however the run ends. */
public final class RunFolder {
  /** Of the time of a run, rendering takes at most one part in so many. */
  private static final int SHARE = 20;

  private final Path folder;
  private long renderedNanos;
  private long tookNanos;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates {@code <root>/<time>-<matrix>-<seed>/}, a new one in any case, and lets {@code
   * <root>/latest} lead to it.
   *
   * @throws ResultsException where that cannot be done
   */
  public static RunFolder create(Path root, Instant started, String matrix, String seed) {
    try {
      return new RunFolder(NewFolder.create(root, NewFolder.name(started, matrix, seed)));
    } catch (IOException e) {
      throw ResultsException.of("cannot create a folder for the results in " + root, root, e);
    }
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
   * Writes every form of the report anew.
   *
   * @throws ResultsException where that cannot be done; what was written before stays whole, and
   *     all of it of one state
   */
  public void write(RunRecord run) {
    long begun = System.nanoTime();
    RunRecord published = Published.of(run);
    Map<String, String> forms = Forms.results(published);
    forms.putAll(Forms.fromResults(published));
    forms.put(Checksums.FILE, Checksums.of(forms));
    put(forms);
    renderedNanos = System.nanoTime();
    tookNanos = renderedNanos - begun;
  }

  /**
   * Writes the results of a run that goes on, and the other forms as often as rendering them takes
   * little of its time: others measure meanwhile. Called after each cell, so that whatever ends the
   * run, what was measured is there.
   *
   * @throws ResultsException as {@link #write}
   */
  public void keepUp(RunRecord run) {
    if (System.nanoTime() - renderedNanos >= SHARE * tookNanos) {
      write(run);
      return;
    }
    Map<String, String> forms = Forms.results(Published.of(run));
    forms.put(Checksums.FILE, Checksums.of(forms));
    put(forms);
  }

  private void put(Map<String, String> forms) {
    try {
      Drafts.put(folder, forms);
    } catch (IOException e) {
      throw ResultsException.of(
          "cannot write %s; what is there is of an earlier state of the run"
              .formatted(String.join(", ", forms.keySet())),
          folder,
          e);
    }
  }

  /** As {@link #again(Path, RunRecord)}, of what its results hold. */
  public static RunFolder again(Path place) {
    return again(place, ResultsJson.read(place));
  }

  /**
   * Renders every other form again from the results alone, which stay as they are, and clears away
   * what a kill left half written.
   *
   * @param place the folder, or the results in it
   * @param run what they hold
   * @throws ResultsException where it cannot be done
   */
  public static RunFolder again(Path place, RunRecord run) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(place + " is in no folder");
    }
    RunFolder there = new RunFolder(folder);
    Map<String, String> forms = Forms.fromResults(run);
    forms.put(
        Checksums.FILE,
        Checksums.line(Checksums.ofResults(folder), ResultsJson.FILE) + Checksums.of(forms));
    there.put(forms);
    try {
      Drafts.clear(folder);
    } catch (IOException e) {
      throw ResultsException.of("cannot remove what was half written", folder, e);
    }
    return there;
  }

  /**
   * Writes the page that somebody puts their name to.
   *
   * @return where it is
   */
  public Path signOff(SignOff matter) {
    Path file = folder.resolve(SignOffPage.FILE);
    String checksum = Checksums.ofResults(folder);
    put(file, SignOffPage.of(ResultsJson.read(folder), matter, checksum));
    return file;
  }

  /** As {@link #signOff(SignOff)}, of the run alone. */
  public Path signOff() {
    return signOff(SignOff.of(ResultsJson.read(folder)));
  }

  /** Adds the summary to a file that others write to as well. */
  public void appendSummaryTo(Path file) {
    try {
      Files.writeString(
          file,
          Files.readString(folder.resolve(SummaryMarkdown.FILE)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw ResultsException.of("cannot add the summary to " + file, file, e);
    }
  }

  /** Keeps a text, such as the matrix as run, beside the results; masked as they are. */
  public void keep(String name, String text) {
    put(folder.resolve(NewFolder.plain(name)), Mask.text(text));
  }

  /** Masks what servers wrote into {@link #logs()}; called once none of them runs any more. */
  public void maskLogs() {
    try {
      WholeFile.maskAll(logs());
    } catch (IOException e) {
      throw ResultsException.of("cannot mask the logs in " + logs(), folder, e);
    }
  }

  private void put(Path file, String text) {
    try {
      WholeFile.put(file, text);
    } catch (IOException e) {
      throw ResultsException.of("cannot write " + file, folder, e);
    }
  }
}
