package rollcall.reports;

/** Whether a promise was asked at all, and how its answer is to be read. */
public enum Standing {
  /** Asked: its verdict counts. */
  ASKED,
  /** Known to break: PASS when the named failure shows; never a claim about the system. */
  HAZARD,
  /** Known to fail, and it did: shown as that, and does not fail the run. */
  KNOWN_FAILURE,
  /** The system has no means to answer; no part of the verdict. */
  NOT_ASKED,
  /** The matrix leaves it out; no part of the verdict. */
  LEFT_OUT;

  public boolean counts() {
    return this == ASKED || this == HAZARD || this == KNOWN_FAILURE;
  }
}
