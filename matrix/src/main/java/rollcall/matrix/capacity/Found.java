package rollcall.matrix.capacity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one search found.
 *
 * @param steps all of them, in order
 * @param held the highest level that held and was confirmed
 * @param end what ended it: the lowest level that did not hold or was no answer; none at its limit
 * @param refuted the lowest level at which the cluster broke an objective
 */
record Found(List<Step> steps, @Nullable Step held, @Nullable Step end, @Nullable Step refuted) {
  Found {
    steps = List.copyOf(steps);
  }

  /** 0 where nothing held. */
  long capacity() {
    return held == null ? 0 : held.level();
  }

  /** Whether it is the cluster that could not do more. */
  boolean isTheClusters() {
    return end != null && end.came() == Step.Came.BROKE;
  }

  /** The step after which there was a server less. */
  Optional<Step> last() {
    return steps.stream().filter(Step::isTheLast).findFirst();
  }

  /** The highest share of the machine that others took during a step that counts. */
  double foreign() {
    return steps.stream()
        .filter(step -> step.purpose() != Step.Purpose.WARM_UP)
        .mapToDouble(step -> step.seen().around().foreign())
        .max()
        .orElse(0);
  }

  /** What broke first and which part was the limit. */
  String why() {
    if (end == null) {
      return "it held at every level that was tried; more was not asked for";
    }
    if (end.came() == Step.Came.UNANSWERED) {
      return "beyond it nobody knows: " + end.because();
    }
    if (!end.seen().conduct().isGood()) {
      // What a part that is full does to a time it does not do to a message.
      return "beyond it %s; the busiest part was %s".formatted(end.because(), end.seen().busiest());
    }
    Optional<String> part = end.seen().limitingPart();
    return "beyond it %s; the limit was %s"
        .formatted(
            end.because(),
            part.orElseGet(
                () -> "no part that was sampled, the busiest being " + end.seen().busiest()));
  }
}
