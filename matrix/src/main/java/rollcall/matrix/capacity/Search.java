package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import rollcall.matrix.capacity.Step.Came;
import rollcall.matrix.capacity.Step.Purpose;

/**
 * Looks for the highest level at which an objective holds: doubles until it breaks, halves the gap
 * until it is a twentieth, and tries the last good level once more for twice as long.
 */
final class Search {
  private static final double FINE = 0.05;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final Trial trial;
  private final Question question;
  private final Consumer<Step> told;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Step refuted;
  private boolean isOver;

  /**
   * What a search asks.
   *
   * @param rate messages a second at a level
   * @param demand the level that has to be carried, which is tried itself
   */
  record Question(Slo slo, StepLength lengths, LongUnaryOperator rate, Optional<Demand> demand) {
    Duration length(long level) {
      return lengths.at(rate.applyAsLong(level));
    }
  }

  Search(Trial trial, Question question, Consumer<Step> told) {
    this.trial = trial;
    this.question = question;
    this.told = told;
  }

  Found within(Range range) {
    Step warmUp = take(Purpose.WARM_UP, range.first(), WARM_UP);
    Step good = null;
    Step end = isOver ? warmUp : null;
    long level = range.first();
    while (end == null) {
      Step step = tried(Purpose.DOUBLING, level, question.length(level));
      if (step.came() != Came.HELD) {
        end = step;
      } else if (level == range.last()) {
        return confirmed(step, null);
      } else {
        good = step;
        level = Math.min(2 * level, range.last());
      }
    }
    return narrowed(good, end);
  }

  private Found narrowed(@Nullable Step good, Step end) {
    Step low = good;
    Step high = end;
    while (!isOver && low != null && high.level() - low.level() > Math.max(1, FINE * low.level())) {
      long level = between(low.level(), high.level());
      Step middle = tried(Purpose.BISECTION, level, question.length(level));
      if (middle.came() == Came.HELD) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return confirmed(low, high);
  }

  private long between(long low, long high) {
    return question
        .demand()
        .map(Demand::level)
        .filter(level -> level > low && level < high)
        .orElse((low + high) >>> 1);
  }

  /** Where the last good level does not hold again, the next lower one that held is tried. */
  private Found confirmed(@Nullable Step last, @Nullable Step beyond) {
    Step good = last;
    Step end = beyond;
    while (!isOver && good != null) {
      long level = good.level();
      Step again = tried(Purpose.CONFIRMATION, level, question.length(level).multipliedBy(2));
      if (again.came() == Came.HELD) {
        return new Found(steps, again, end, refuted);
      }
      end = again;
      good = highestGoodBelow(level);
    }
    return new Found(steps, null, end, refuted);
  }

  private @Nullable Step highestGoodBelow(long level) {
    return steps.stream()
        .filter(step -> step.purpose() != Purpose.WARM_UP)
        .filter(step -> step.came() == Came.HELD && step.level() < level)
        .max(Comparator.comparingLong(Step::level))
        .orElse(null);
  }

  /** A hiccup must not end a search too low: where only a time broke, it is tried once more. */
  private Step tried(Purpose purpose, long level, Duration length) {
    Step step = take(purpose, level, length);
    if (step.brokeInTimeOnly(question.slo()) || step.came() == Came.UNANSWERED) {
      step = take(Purpose.AGAIN, level, length);
    }
    Step before = refuted;
    if (step.came() == Came.BROKE && (before == null || level < before.level())) {
      refuted = step;
    }
    return step;
  }

  private Step take(Purpose purpose, long level, Duration length) {
    Step step =
        Step.judged(
            new Step.Taken(purpose, level, length), trial.at(level, length), question.slo());
    steps.add(step);
    isOver |= step.isTheLast();
    told.accept(step);
    return step;
  }
}
