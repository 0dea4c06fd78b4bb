package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a search and what came of it.
 *
 * @param because what broke, or why it is no answer; empty where it held
 */
record Step(Taken taken, Came came, String because, Seen seen) {

  /**
   * What was tried.
   *
   * @param purpose why
   */
  record Taken(Purpose purpose, long level, Duration length) {}

  /** Why a step is taken. */
  enum Purpose {
    WARM_UP("warm-up"),
    DOUBLING("doubling"),
    BISECTION("bisection"),
    AGAIN("once more"),
    CONFIRMATION("confirmation");

    private final String spoken;

    Purpose(String spoken) {
      this.spoken = spoken;
    }

    String spoken() {
      return spoken;
    }
  }

  /** What came of it. */
  enum Came {
    HELD,
    BROKE,
    /** The generator was the limit: nothing is known of the cluster at this level. */
    UNANSWERED
  }

  static Step judged(Taken taken, Seen seen, Slo slo) {
    Seen.Admission admission = seen.admission();
    if (admission.connected() < admission.asked()) {
      return notAllIn(taken, seen);
    }
    Optional<Objective> broken = slo.firstBroken(seen);
    Optional<String> own = seen.around().generatorLimit();
    // What is found about content is never excused; a level that was not reached proves nothing.
    if (own.isPresent() && broken.map(one -> one.metric().isTime()).orElse(true)) {
      return new Step(taken, Came.UNANSWERED, own.get(), seen);
    }
    if (broken.isPresent()) {
      return new Step(taken, Came.BROKE, broken.get().told(seen), seen);
    }
    return seen.counts().delivered() == 0
        ? new Step(taken, Came.UNANSWERED, "nothing was delivered", seen)
        : new Step(taken, Came.HELD, "", seen);
  }

  private static Step notAllIn(Taken taken, Seen seen) {
    Seen.Admission admission = seen.admission();
    String got =
        String.format(Locale.ROOT, "%,d of %,d clients", admission.connected(), admission.asked());
    return admission.refusal().isPresent()
        ? new Step(
            taken,
            Came.BROKE,
            "the servers let in only %s: %s".formatted(got, admission.refusal().get()),
            seen)
        : new Step(
            taken,
            Came.UNANSWERED,
            "we could open only %s: %s"
                .formatted(got, admission.ownLimit().orElse("nobody knows why")),
            seen);
  }

  Purpose purpose() {
    return taken.purpose();
  }

  long level() {
    return taken.level();
  }

  /** Whether the same level may well hold when it is tried again. */
  boolean brokeInTimeOnly(Slo slo) {
    return came == Came.BROKE
        && seen.admission().connected() == seen.admission().asked()
        && slo.firstBroken(seen).filter(one -> one.metric().isTime()).isPresent();
  }
}
