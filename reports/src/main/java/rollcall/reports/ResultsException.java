package rollcall.reports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The results of a run could not be written or read: what happened, what was seen, what to do. */
public final class ResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResultsException(String happened, String saw, String remedy) {
    this(happened, saw, remedy, null);
  }

  ResultsException(String happened, String saw, String remedy, @Nullable Throwable cause) {
    super("%s\n  saw          %s\nTo fix: %s".formatted(happened, saw, remedy), cause);
  }

  /** With what the file system said, and what helps there. */
  public static ResultsException of(String happened, Path place, IOException e) {
    String saw =
        e.getMessage() == null
            ? e.getClass().getSimpleName()
            : e.getClass().getSimpleName() + ": " + e.getMessage();
    return new ResultsException(happened, saw, remedy(place, e, saw.toLowerCase(Locale.ROOT)), e);
  }

  private static String remedy(Path place, IOException e, String saw) {
    if (saw.contains("no space left") || saw.contains("quota")) {
      return "free some space on the disk that holds %s, or put the results elsewhere with --out"
          .formatted(place);
    }
    if (saw.contains("read-only")) {
      return "put the results on a file system that can be written, with --out";
    }
    if (e instanceof AccessDeniedException) {
      return "let this user write to %s, or put the results elsewhere with --out".formatted(place);
    }
    if (e instanceof FileAlreadyExistsException || saw.contains("not a directory")) {
      return "move away the file that stands where the folder %s should be, or use --out"
          .formatted(place);
    }
    if (e instanceof NoSuchFileException) {
      return "check that %s is there or can be made, or put the results elsewhere with --out"
          .formatted(place);
    }
    return "check that %s is a folder this user can write, or put the results elsewhere with --out"
        .formatted(place);
  }
}
