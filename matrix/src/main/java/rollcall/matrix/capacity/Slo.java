package rollcall.matrix.capacity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rollcall.fixtures.config.BadInput;

/** What has to hold for a step to hold, all of it: {@code p99 < 100ms, lost = 0}. */
public final class Slo {
  /** What is asked where nothing is said. */
  public static final String USUAL = "p99 < 100ms, lost = 0";

  private final List<Objective> objectives;

  private Slo(List<Objective> objectives) {
    this.objectives = objectives;
  }

  /** Reads it, or refuses it with everything that is wrong in it. */
  public static Slo read(String text) {
    List<String> problems = new ArrayList<>();
    List<Objective> objectives = new ArrayList<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        problems.add("an objective is missing; write it as " + USUAL);
        continue;
      }
      Optional<Objective> read = Objective.read(part.strip(), problems);
      if (read.isPresent() && !metrics.add(read.get().metric().name())) {
        problems.add("%s is asked twice".formatted(read.get().metric().name()));
      }
      read.ifPresent(objectives::add);
    }
    if (!problems.isEmpty()) {
      throw new BadInput("--slo '%s'".formatted(text), problems);
    }
    return new Slo(List.copyOf(objectives));
  }

  List<Objective> objectives() {
    return objectives;
  }

  /** What it names, as {@code p99} and {@code lost}. */
  Set<String> metrics() {
    return objectives.stream().map(one -> one.metric().name()).collect(Collectors.toSet());
  }

  /** The first that does not hold; counts before times, as they are never excused. */
  Optional<Objective> firstBroken(Seen seen) {
    return java.util.stream.Stream.of(false, true)
        .flatMap(time -> objectives.stream().filter(one -> one.metric().isTime() == time))
        .filter(one -> !one.holds(seen))
        .findFirst();
  }

  /** The highest percentile that is asked, from 0 to 1; that of a maximum is asked of no step. */
  double highestPercentile() {
    return objectives.stream()
            .flatMapToDouble(one -> one.metric().percentile().stream())
            .filter(percentile -> percentile < 100)
            .max()
            .orElse(0)
        / 100;
  }

  @Override
  public String toString() {
    return objectives.stream().map(Objective::toString).collect(Collectors.joining(", "));
  }
}
