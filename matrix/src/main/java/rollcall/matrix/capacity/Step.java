package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import rollcall.fixtures.load.Excuse;

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
    /** The generator was the limit, or something is not known: no word about the cluster here. */
    UNANSWERED
  }

  static Step judged(Taken taken, Seen seen, Slo slo) {
    Optional<String> exit = seen.conduct().exit();
    if (exit.isPresent()) {
      return new Step(taken, Came.BROKE, exit.get(), seen);
    }
    if (!isEverybodyIn(seen)) {
      return notAllIn(taken, seen);
    }
    // What is found about content is never excused.
    return wrong(seen, slo)
        .map(wrong -> new Step(taken, Came.BROKE, wrong, seen))
        .orElseGet(() -> timed(taken, seen, slo.firstBroken(seen)));
  }

  private static boolean isEverybodyIn(Seen seen) {
    return seen.admission().connected() >= seen.admission().asked();
  }

  /** What breaks a step whoever was late. */
  private static Optional<String> wrong(Seen seen, Slo slo) {
    return seen.conduct()
        .misdeed()
        .or(
            () ->
                slo.firstBroken(seen)
                    .filter(one -> !one.metric().isTime())
                    .map(one -> one.told(seen)))
        .or(() -> seen.conduct().amiss().besides(slo.metrics()));
  }

  private static Step timed(Taken taken, Seen seen, Optional<Objective> slow) {
    Optional<Excuse> excuse = seen.around().excuse();
    if (slow.isPresent()) {
      String told = slow.get().told(seen);
      return excuse
          .filter(one -> slow.get().isExcused(seen, one))
          .map(one -> new Step(taken, Came.UNANSWERED, one.why() + "; " + told, seen))
          .orElseGet(() -> new Step(taken, Came.BROKE, told, seen));
    }
    // What held although we were late did hold: latency counts from when a message was due.
    Optional<String> open =
        seen.conduct()
            .unanswered()
            .or(
                () ->
                    seen.counts().delivered() == 0
                        ? excuse.map(Excuse::why).or(() -> Optional.of("nothing was delivered"))
                        : Optional.empty());
    return open.map(why -> new Step(taken, Came.UNANSWERED, why, seen))
        .orElseGet(() -> new Step(taken, Came.HELD, "", seen));
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
    return came == Came.BROKE && !isTheLast() && isEverybodyIn(seen) && wrong(seen, slo).isEmpty();
  }

  /** Whether a server ended: whatever is asked of the others is asked of another cluster. */
  boolean isTheLast() {
    return seen.conduct().exit().isPresent();
  }
}
