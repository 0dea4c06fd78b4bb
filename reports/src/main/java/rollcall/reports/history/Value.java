package rollcall.reports.history;

/**
 * One value of a run.
 *
 * @param unit {@code ms}, {@code s}, {@code /s}, or empty for a plain number
 * @param more whether more of it is better
 */
public record Value(double value, String unit, boolean more) {}
