package rollcall.matrix.capacity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import rollcall.fixtures.ledger.Counts;
import rollcall.fixtures.load.Excuse;
import rollcall.reports.Finding;

/**
 * What one step showed.
 *
 * @param micros from the moment a message was due to its arrival
 * @param counts what the ledger says of the step's messages
 * @param conduct what the cluster did besides
 */
public record Seen(
    Admission admission, Histogram micros, Counts counts, Conduct conduct, Surroundings around) {

  /**
   * How many clients were asked for and got in.
   *
   * @param refusal what the servers said to those they did not let in
   * @param ownLimit why we could not open more
   */
  public record Admission(
      long asked, long connected, Optional<String> refusal, Optional<String> ownLimit) {
    /** All of so many. */
    public static Admission all(long clients) {
      return new Admission(clients, clients, Optional.empty(), Optional.empty());
    }
  }

  /**
   * How busy everything was.
   *
   * @param busy of each part how much of what it can do it did, from 0 to 1
   * @param foreign the share of the machine that others took, from 0 to 1
   * @param excuse why what took too long may say nothing of the cluster: the generator could not,
   *     others did not let it, or the machine was full
   */
  public record Surroundings(Map<String, Double> busy, double foreign, Optional<Excuse> excuse) {
    public Surroundings {
      busy = Collections.unmodifiableMap(new TreeMap<>(busy));
    }
  }

  /** Of a step that could not be played to its end. */
  static Seen nothing(String why) {
    return new Seen(
        Admission.all(0),
        new Histogram(3),
        Counts.NONE,
        Conduct.GOOD,
        new Surroundings(Map.of(), 0, Optional.of(Excuse.ofAnything(why))));
  }

  /** The same, and these servers ended meanwhile. */
  Seen withExits(List<Finding> exits) {
    return new Seen(admission, micros, counts, conduct.withExits(exits), around);
  }

  /** From here on a part is what held the rest up. */
  private static final double FULL = 0.85;

  /** The part that was the limit, as far as one was. */
  Optional<String> limitingPart() {
    return around.busy().entrySet().stream()
        .filter(part -> part.getValue() >= FULL)
        .max(Map.Entry.comparingByValue())
        .map(part -> "%s, %.0f %% busy".formatted(part.getKey(), 100 * part.getValue()));
  }

  /** The part that was nearest to its limit. */
  String busiest() {
    return around.busy().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(part -> "%s with %.0f %%".formatted(part.getKey(), 100 * part.getValue()))
        .orElse("unknown, as nothing was sampled");
  }
}
