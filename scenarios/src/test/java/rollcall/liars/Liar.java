package rollcall.liars;

import java.util.List;

/**
 * A server with one defect, and what is to be said of it.
 *
 * @param lie its name in {@code liars/lies.js}
 * @param defect what it does wrong, in a few words
 * @param scenario that finds it
 * @param probe whose finding is a FAIL
 * @param words what that finding says: the kind of defect, the node, and the first roll number
 *     where there is one
 * @param always whether every run of the tests plays it, and not only {@code bench/liars}
 */
record Liar(
    String lie, String defect, String scenario, String probe, List<String> words, boolean always) {

  Liar {
    words = List.copyOf(words);
  }

  static Liar of(String lie, String defect) {
    return new Liar(lie, defect, "", "", List.of(), true);
  }

  Liar isFoundBy(String inScenario, String byProbe, String... saying) {
    return new Liar(lie, defect, inScenario, byProbe, List.of(saying), always);
  }

  /** There is another like it. */
  Liar atTimes() {
    return new Liar(lie, defect, scenario, probe, words, false);
  }

  @Override
  public String toString() {
    return lie;
  }
}
