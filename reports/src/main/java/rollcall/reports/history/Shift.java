package rollcall.reports.history;

import java.util.List;
import java.util.Locale;

/**
 * Whether a value lies elsewhere than it did: by the median of its last runs, with an interval from
 * the scatter of the runs before, and never for less than a tenth.
 *
 * @param before median of the reference
 * @param now median of the last runs
 * @param half of the interval around {@code now - before}
 */
public record Shift(State state, double before, double now, double half, String why) {
  /** What is said of a value. */
  public enum State {
    WORSE,
    BETTER,
    AS_IT_WAS,
    TOO_LITTLE,
    TOO_NOISY
  }

  /** So many runs make a reference. */
  public static final int REFERENCE_LEAST = 8;

  /** Older runs of a reference than this say nothing any more. */
  public static final int REFERENCE_MOST = 30;

  /** So many runs have to agree before anything is said: a single odd one says nothing. */
  public static final int RECENT = 3;

  /** A smaller part of the value is of no interest, however certain. */
  public static final double EFFECT_LEAST = 0.1;

  /** Where a change of this part would go unnoticed, the history is too noisy. */
  public static final double EFFECT_NOTICED = 0.25;

  private static final double RESOLUTION = 0.01;
  private static final double MEDIAN_OF_THREE = 0.449;
  private static final double MEDIAN_OF_MANY = Math.PI / 2;

  /** Student's t, one-sided 99.9 %, for a reference of 8 runs and more. */
  private static final double[] STUDENT = {
    4.785, 4.501, 4.297, 4.144, 4.025, 3.930, 3.852, 3.787, 3.733, 3.686, 3.646, 3.610, 3.579,
    3.552, 3.527, 3.505, 3.485, 3.467, 3.450, 3.435, 3.421, 3.408, 3.396
  };

  /**
   * Compares.
   *
   * @param reference values of earlier runs, oldest first
   * @param recent values of the last runs
   * @param more whether more is better
   */
  static Shift of(List<Double> reference, List<Double> recent, boolean more) {
    if (reference.size() < REFERENCE_LEAST || recent.size() < RECENT) {
      String why =
          "too little: %d of %d runs before and %d of %d since"
              .formatted(
                  Math.min(reference.size(), REFERENCE_LEAST),
                  REFERENCE_LEAST,
                  recent.size(),
                  RECENT);
      return new Shift(State.TOO_LITTLE, 0, 0, 0, why);
    }
    int from = Math.max(0, reference.size() - REFERENCE_MOST);
    Spread old = Spread.of(reference.subList(from, reference.size()));
    Spread last = Spread.of(recent.subList(recent.size() - RECENT, recent.size()));
    double size = Math.abs(old.median());
    double scatter = Math.max(old.scatter(), RESOLUTION * size);
    double half =
        STUDENT[old.size() - REFERENCE_LEAST]
            * scatter
            * Math.sqrt(MEDIAN_OF_THREE + MEDIAN_OF_MANY / old.size());
    return judged(old.median(), last.median(), half, more);
  }

  private static Shift judged(double before, double now, double half, boolean more) {
    double moved = now - before;
    double least = EFFECT_LEAST * Math.abs(before);
    boolean certain = Math.abs(moved) > half && Math.abs(moved) >= least && moved != 0;
    State state =
        certain
            ? moved > 0 == more ? State.BETTER : State.WORSE
            : half > EFFECT_NOTICED * Math.abs(before) && half > 0
                ? State.TOO_NOISY
                : State.AS_IT_WAS;
    return new Shift(state, before, now, half, said(state, before, moved, half));
  }

  private static String said(State state, double before, double moved, double half) {
    return switch (state) {
      case TOO_NOISY ->
          String.format(
              Locale.ROOT,
              "too noisy: only a change of %s would be told from chance",
              part(half, before));
      case AS_IT_WAS -> "as it was";
      default ->
          String.format(
              Locale.ROOT,
              "%s %s, between %s and %s",
              part(Math.abs(moved), before),
              moved > 0 ? "more" : "less",
              part(Math.abs(moved) - half, before),
              part(Math.abs(moved) + half, before));
    };
  }

  private static String part(double value, double of) {
    return of == 0
        ? String.format(Locale.ROOT, "%.3g", value)
        : String.format(Locale.ROOT, "%.0f %%", 100 * value / Math.abs(of));
  }
}
