package rollcall.matrix.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import rollcall.fixtures.junit.Stop;

/** Lets a run that is asked to end clean up and write its report before the JVM is gone. */
final class Interruption implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String OUTSIDE = "it was stopped from outside (Ctrl-C or SIGTERM)";

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Stop stop) {
    this.hook = new Thread(() -> awaitEnd(stop), "interruption");
  }

  static Interruption raises(Stop stop) {
    Interruption interruption = new Interruption(stop);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException e) {
      stop.raise(OUTSIDE);
    }
    return interruption;
  }

  /** Before the run's servers are taken away, which would look like a fault of theirs. */
  static void raise(Stop stop) {
    stop.raise(OUTSIDE);
  }

  private void awaitEnd(Stop stop) {
    raise(stop);
    try {
      if (!done.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println(
            "The run did not end within %d s; ./rollcall sweep removes what it leaves."
                .formatted(LIMIT.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook has been heard, and is told above that all is done.
      return;
    }
  }
}
