package rollcall.reports;

/** The answer to a question that was asked; composes by taking the worse. */
public enum Verdict {
  PASS(0),
  UNKNOWN(2),
  FAIL(1);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** The worse of the two, by {@code PASS < UNKNOWN < FAIL}. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
