package rollcall.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A few cells of a large product in which every two values of two axes meet at least once; the same
 * ones each time. Two values that nothing lets meet are a cell that is left out, with the reason.
 */
final class Pairs {
  /** Two places on two axes. */
  private record Pair(String axis, String value, String otherAxis, String otherValue) {
    boolean isIn(CellDraft draft) {
      return value.equals(draft.coordinates().get(axis))
          && otherValue.equals(draft.coordinates().get(otherAxis));
    }

    String name() {
      return value + "-" + otherValue;
    }
  }

  private final List<CellDraft> candidates;
  private final List<String> axes;

  /**
   * Of all these combinations.
   *
   * @param axes in the order in which cells are named
   */
  Pairs(List<CellDraft> candidates, List<String> axes) {
    this.candidates = List.copyOf(candidates);
    this.axes = List.copyOf(axes);
  }

  /** The cells to play: each time the one that has most of the pairs that none has had yet. */
  List<CellDraft> chosen(Predicate<CellDraft> canBePlayed) {
    List<CellDraft> possible = candidates.stream().filter(canBePlayed).toList();
    Map<CellDraft, Set<Pair>> missing = new LinkedHashMap<>();
    possible.forEach(draft -> missing.put(draft, pairsOf(draft)));
    List<CellDraft> chosen = new ArrayList<>();
    while (true) {
      Optional<CellDraft> best =
          possible.stream().reduce((one, other) -> more(missing, one, other) ? other : one);
      if (best.isEmpty() || missing.getOrDefault(best.get(), Set.of()).isEmpty()) {
        return chosen;
      }
      chosen.add(best.get());
      Set<Pair> had = Set.copyOf(missing.getOrDefault(best.get(), Set.of()));
      missing.values().forEach(pairs -> pairs.removeAll(had));
    }
  }

  private static boolean more(Map<CellDraft, Set<Pair>> missing, CellDraft one, CellDraft other) {
    return missing.getOrDefault(other, Set.of()).size()
        > missing.getOrDefault(one, Set.of()).size();
  }

  /** One for each pair that cannot be, by name with its reason. */
  Map<CellDraft, String> impossible(Function<CellDraft, String> because) {
    Set<Pair> possible = new LinkedHashSet<>();
    Set<Pair> all = new LinkedHashSet<>();
    for (CellDraft draft : candidates) {
      all.addAll(pairsOf(draft));
      if (because.apply(draft).isEmpty()) {
        possible.addAll(pairsOf(draft));
      }
    }
    all.removeAll(possible);
    Map<CellDraft, String> impossible = new LinkedHashMap<>();
    for (Pair pair : all) {
      List<CellDraft> with = candidates.stream().filter(pair::isIn).toList();
      CellDraft first = with.get(0);
      impossible.put(
          new CellDraft(pair.name(), first.source(), coordinates(pair), first.find()),
          most(with.stream().map(because).toList()));
    }
    return impossible;
  }

  private static Map<String, String> coordinates(Pair pair) {
    return Map.of(pair.axis(), pair.value(), pair.otherAxis(), pair.otherValue());
  }

  /** The reason that holds for most of those in which the pair would be; the first of several. */
  private static String most(List<String> reasons) {
    Map<String, Long> counts =
        reasons.stream()
            .collect(
                Collectors.groupingBy(reason -> reason, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private Set<Pair> pairsOf(CellDraft draft) {
    List<String> there =
        axes.stream().filter(axis -> draft.coordinates().containsKey(axis)).toList();
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < there.size(); i++) {
      for (int j = i + 1; j < there.size(); j++) {
        pairs.add(
            new Pair(
                there.get(i),
                draft.coordinates().getOrDefault(there.get(i), ""),
                there.get(j),
                draft.coordinates().getOrDefault(there.get(j), "")));
      }
    }
    return pairs;
  }
}
