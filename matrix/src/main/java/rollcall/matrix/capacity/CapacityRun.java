package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rollcall.reports.capacity.CapacityStep;

/**
 * What is asked about a cluster's capacity.
 *
 * @param messagesPerSecond where something else than the rate is raised
 * @param searches how many are made; the second begins at half of what the first found
 */
public record CapacityRun(
    Subject subject,
    Slo slo,
    Optional<Demand> demand,
    Range range,
    long messagesPerSecond,
    int searches) {
  private static final Duration LONGEST_STEP = Duration.ofMinutes(2);

  public CapacityRun {
    StepLength lengths = new StepLength(slo.highestPercentile(), LONGEST_STEP);
    lengths.refuseBelow(subject == Subject.RATE ? range.first() : messagesPerSecond);
  }

  /** Hears of each step as it ends. */
  public interface Told {
    /**
     * One more has ended.
     *
     * @param line of a table
     */
    void step(String line, CapacityStep step);
  }

  /** Searches; each step is told as it ends. */
  public Capacity search(Trial trial, Told told) {
    List<Found> found = new ArrayList<>();
    Range tried = range;
    for (int i = 0; i < searches && found.stream().allMatch(one -> one.last().isEmpty()); i++) {
      int search = i + 1;
      found.add(
          new Search(
                  trial,
                  question(),
                  step ->
                      told.step(
                          new StepLine(subject, step).toString(),
                          CapacityAccount.step(search, step)))
              .within(tried));
      long half = Math.max(range.first(), found.get(0).capacity() / 2);
      tried = new Range(half, range.last());
    }
    return new Capacity(subject, found);
  }

  private Search.Question question() {
    return new Search.Question(
        slo,
        new StepLength(slo.highestPercentile(), LONGEST_STEP),
        level -> subject == Subject.RATE ? level : messagesPerSecond,
        demand);
  }
}
