package rollcall.reports;

/** How an answer, or its absence, is shown: never by colour alone. The most serious comes first. */
public enum Outcome {
  BROKEN("broken", "✕"),
  NOT_ANSWERED("not answered", "?"),
  HAZARD_UNSEEN("hazard not shown", "?"),
  HAZARD_SHOWN("hazard shown", "!"),
  KNOWN_FAILURE("known failure", "≈"),
  HELD("held", "✓"),
  NOT_ASKED("not asked", "–"),
  LEFT_OUT("left out", "○");

  private final String words;
  private final String symbol;

  Outcome(String words, String symbol) {
    this.words = words;
    this.symbol = symbol;
  }

  public String words() {
    return words;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether somebody has to look at it. */
  public boolean needsAttention() {
    return this == BROKEN || this == NOT_ANSWERED || this == HAZARD_UNSEEN;
  }

  /** Of one promise in its cell; a cell that is a hazard makes its promises hazards. */
  public static Outcome of(CellResult cell, ScenarioResult scenario) {
    return of(standing(cell.standing(), scenario.standing()), scenario.verdict());
  }

  /** Of the cell itself: did it start, did it stay up, did it heal; whatever its promises say. */
  public static Outcome of(CellResult cell) {
    if (!cell.standing().counts()) {
      return of(cell.standing(), Verdict.PASS);
    }
    boolean silent =
        cell.environment().isEmpty()
            && cell.scenarios().stream().noneMatch(s -> s.standing().counts());
    return of(
        Standing.ASKED,
        cell.environment().stream()
            .map(Finding::verdict)
            .reduce(silent ? Verdict.UNKNOWN : Verdict.PASS, Verdict::and));
  }

  private static Standing standing(Standing cell, Standing scenario) {
    boolean cellDecides = !cell.counts() || (cell == Standing.HAZARD && scenario == Standing.ASKED);
    return cellDecides ? cell : scenario;
  }

  private static Outcome of(Standing standing, Verdict verdict) {
    boolean hazard = standing == Standing.HAZARD;
    return switch (standing) {
      case NOT_ASKED -> NOT_ASKED;
      case LEFT_OUT -> LEFT_OUT;
      case KNOWN_FAILURE -> verdict == Verdict.PASS ? KNOWN_FAILURE : NOT_ANSWERED;
      case ASKED, HAZARD ->
          switch (verdict) {
            case PASS -> hazard ? HAZARD_SHOWN : HELD;
            case UNKNOWN -> hazard ? HAZARD_UNSEEN : NOT_ANSWERED;
            case FAIL -> BROKEN;
          };
    };
  }
}
