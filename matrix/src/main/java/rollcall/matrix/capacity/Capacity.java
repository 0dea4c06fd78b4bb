package rollcall.matrix.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer: what one or more searches found, taken together. */
public final class Capacity {
  /** Two searches agree that lie no further apart. */
  private static final double AGREE = 0.15;

  private static final double QUIET = 0.05;

  private final Subject subject;
  private final List<Found> searches;

  Capacity(Subject subject, List<Found> searches) {
    this.subject = subject;
    this.searches = List.copyOf(searches);
    if (searches.isEmpty()) {
      throw new IllegalArgumentException("a capacity is found by one search or more");
    }
  }

  /** The lowest that a search found: what can be counted on. */
  public long level() {
    return least().capacity();
  }

  private Found least() {
    return searches.stream().min(Comparator.comparingLong(Found::capacity)).orElseThrow();
  }

  List<Found> searches() {
    return searches;
  }

  /** Why the figure is not one to build on; empty where two searches agree on a quiet machine. */
  public List<String> reservations() {
    List<String> all = new ArrayList<>();
    long most = searches.stream().mapToLong(Found::capacity).max().orElse(0);
    if (searches.size() == 1) {
      all.add("noisy or not is not known: only one search was made");
    } else if (most - level() > AGREE * most) {
      all.add(
          String.format(
              Locale.ROOT,
              "noisy: the searches found %s and %s, which differ by more than %.0f %%",
              subject.spoken(level()),
              subject.spoken(most),
              100 * AGREE));
    }
    double foreign = searches.stream().mapToDouble(Found::foreign).max().orElse(0);
    if (foreign >= QUIET) {
      all.add(
          String.format(
              Locale.ROOT,
              "others took up to %.0f %% of the machine during a step; below %.0f %% is quiet",
              100 * foreign,
              100 * QUIET));
    }
    return all;
  }

  /** Where a server ended unasked; the search did too. */
  Optional<Step> last() {
    return searches.stream().flatMap(one -> one.last().stream()).findFirst();
  }

  /** What was asked was carried, or was not for a reason of the cluster's, or nobody knows. */
  public Decision decide(Demand demand) {
    if (last().isPresent()) {
      return Decision.NO_GO;
    }
    if (level() >= demand.level()) {
      return Decision.GO;
    }
    boolean shown =
        searches.stream()
            .anyMatch(one -> one.capacity() < demand.level() && isRefuted(one, demand));
    boolean carried = searches.stream().anyMatch(one -> one.capacity() >= demand.level());
    return shown && !carried ? Decision.NO_GO : Decision.UNKNOWN;
  }

  /** Where nothing is demanded: whether an answer was found. */
  public Decision decide() {
    Found least = least();
    if (last().isPresent()) {
      return Decision.NO_GO;
    }
    if (least.held() == null) {
      return least.isTheClusters() ? Decision.NO_GO : Decision.UNKNOWN;
    }
    return least.end() == null || least.isTheClusters() ? Decision.GO : Decision.UNKNOWN;
  }

  public Decision decide(Optional<Demand> demand) {
    return demand.map(this::decide).orElseGet(this::decide);
  }

  private static boolean isRefuted(Found found, Demand demand) {
    Step refuted = found.refuted();
    return refuted != null && refuted.level() <= demand.level();
  }

  /** The level, the first objective to break and the part that was the limit. */
  public String why() {
    Found least = least();
    Optional<Step> last = last();
    if (last.isPresent()) {
      return "at %s %s; what is left is another cluster, and nothing more was asked"
          .formatted(subject.spoken(last.get().level()), last.get().because());
    }
    return least.held() == null
        ? "it held at no level that was tried: " + least.why()
        : "it holds up to %s; %s".formatted(subject.spoken(level()), least.why());
  }
}
