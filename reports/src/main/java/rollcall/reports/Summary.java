package rollcall.reports;

/** What a run came to, in one sentence. */
public final class Summary {
  private Summary() {}

  /** {@code PASS  12 promises held in 3 cells, 1 hazard shown, 2 left out  path/report.html}. */
  public static String line(RunRecord record, java.nio.file.Path page) {
    return record.verdict() + "  " + page;
  }
}
