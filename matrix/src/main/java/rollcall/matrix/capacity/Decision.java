package rollcall.matrix.capacity;

import rollcall.reports.Verdict;

/** Whether a cluster carries what it has to. */
public enum Decision {
  GO(Verdict.PASS),
  NO_GO(Verdict.FAIL),
  UNKNOWN(Verdict.UNKNOWN);

  private final Verdict verdict;

  Decision(Verdict verdict) {
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
