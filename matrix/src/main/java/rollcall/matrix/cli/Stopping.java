package rollcall.matrix.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rollcall.fixtures.junit.Stop;

/** Work on this thread that ends early when the run is stopped from outside. */
final class Stopping {
  private final Stop stop;
  private @Nullable Thread working;

  /** It was stopped: what the work showed meanwhile is nothing of the cluster's. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  Stopping(Stop stop) {
    this.stop = stop;
    stop.whenRaised(this::wake);
  }

  /**
   * What the work gives.
   *
   * @throws Stopped where the run was stopped before or meanwhile, whatever the work gave
   */
  <T> T during(Supplier<T> work) {
    refuse();
    begin();
    T given;
    try {
      given = work.get();
    } catch (RuntimeException e) {
      end();
      refuse();
      throw e;
    }
    end();
    refuse();
    return given;
  }

  private synchronized void begin() {
    working = Thread.currentThread();
  }

  /** From here on nobody interrupts it, and nothing of that is left. */
  private synchronized void end() {
    working = null;
    if (stop.raised().isPresent()) {
      boolean unused = Thread.interrupted();
    }
  }

  private synchronized void wake() {
    Thread thread = working;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void refuse() {
    stop.raised()
        .ifPresent(
            why -> {
              throw new Stopped(why);
            });
  }
}
