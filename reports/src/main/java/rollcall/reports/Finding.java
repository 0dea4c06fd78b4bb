package rollcall.reports;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one probe saw: its answer, the evidence in a sentence, and the figures behind it.
 *
 * @param probe the question, in a few words: {@code delivery}, {@code placement}
 * @param evidence one sentence that names the thing, the limit and what was seen
 * @param figures numbers, short texts, lists and maps of them by name, for {@code results.json} and
 *     the report's tables; any other value is kept as its text
 */
public record Finding(String probe, Verdict verdict, String evidence, Map<String, Object> figures) {

  private static final String FORGONE = "forgone";

  public Finding {
    figures = Figures.settled(figures);
  }

  public static Finding pass(String probe, String evidence) {
    return new Finding(probe, Verdict.PASS, evidence, Map.of());
  }

  public static Finding unknown(String probe, String evidence) {
    return new Finding(probe, Verdict.UNKNOWN, evidence, Map.of());
  }

  /** What we left unasked because the verdict stood: beside a known failure it leaves none open. */
  public static Finding forgone(String probe, String evidence) {
    return unknown(probe, evidence).with(Map.of(FORGONE, true));
  }

  public static Finding fail(String probe, String evidence) {
    return new Finding(probe, Verdict.FAIL, evidence, Map.of());
  }

  boolean isForgone() {
    return figures.containsKey(FORGONE);
  }

  /** The same, and this at the end of its evidence. */
  public Finding saying(String more) {
    return new Finding(probe, verdict, evidence + more, figures);
  }

  public Finding with(Map<String, Object> moreFigures) {
    Map<String, Object> all = new TreeMap<>(figures);
    all.putAll(moreFigures);
    return new Finding(probe, verdict, evidence, all);
  }
}
