package rollcall.reports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of one run: every file in it is whole, however the run ends. */
public final class RunFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int NAME_MAX = 60;
  private static final int ATTEMPTS_MAX = 1000;

  private static final List<Renderer> RENDERERS =
      List.of(
          new ResultsJson(),
          new JUnitXml(),
          new SummaryMarkdown(),
          new Prometheus(),
          new LatencyLog(),
          new HtmlPage());

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
    String name = TIME.format(started) + "-" + plain(matrix) + "-" + plain(seed);
    try {
      Path folder = createNew(Files.createDirectories(realRoot(root)), name);
      Files.createDirectory(folder.resolve("logs"));
      WholeFile.link(root.resolve("latest"), folder.getFileName());
      return new RunFolder(folder);
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
    Map<String, String> forms = forms(Published.of(run));
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
    ResultsJson results = new ResultsJson();
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(results.fileName(), results.render(Published.of(run)));
    forms.put(Checksums.FILE, Checksums.of(forms));
    put(forms);
  }

  /** The files that hold the forms. */
  static List<String> files() {
    return RENDERERS.stream().map(Renderer::fileName).toList();
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

  /** What a kill left half written. */
  private void clear() {
    try {
      Drafts.clear(folder);
    } catch (IOException e) {
      throw ResultsException.of("cannot remove what was half written", folder, e);
    }
  }

  /** By their file; one that would be empty is left out. */
  private static Map<String, String> forms(RunRecord run) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (Renderer renderer : RENDERERS) {
      String text = renderer.render(run);
      if (!text.isEmpty()) {
        forms.put(renderer.fileName(), text);
      }
    }
    return forms;
  }

  /**
   * Renders every form again from the results alone, which stay as they are.
   *
   * @param place the folder, or the results in it
   * @throws ResultsException where there are none, or it cannot be done
   */
  public static RunFolder again(Path place) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(place + " is in no folder");
    }
    RunFolder there = new RunFolder(folder);
    Map<String, String> forms = forms(ResultsJson.read(folder));
    try {
      forms.put(ResultsJson.FILE, Files.readString(folder.resolve(ResultsJson.FILE)));
    } catch (IOException e) {
      throw ResultsException.of("cannot read the results in " + folder, folder, e);
    }
    forms.put(Checksums.FILE, Checksums.of(forms));
    there.put(forms);
    there.clear();
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
    put(folder.resolve(plain(name)), Mask.text(text));
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

  private static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(NAME_MAX, plain.length()));
  }
}
