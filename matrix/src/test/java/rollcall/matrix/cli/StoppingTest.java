package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rollcall.fixtures.junit.Stop;

@Timeout(20)
class StoppingTest {
  private final Stop stop = new Stop();
  private final Stopping stopping = new Stopping(stop);

  @Test
  void workThatIsStoppedEndsEarlyAndGivesNothing() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                stopping.during(
                    () -> {
                      new Thread(() -> stop.raise("enough")).start();
                      try {
                        never.await();
                        return "all";
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return "a part";
                      }
                    }))
        .isInstanceOf(Stopping.Stopped.class)
        .hasMessage("enough");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void nothingIsBegunAfterAStop() {
    stop.raise("enough");
    assertThatThrownBy(() -> stopping.during(() -> "all")).isInstanceOf(Stopping.Stopped.class);
  }

  @Test
  void whatIsNotStoppedGivesWhatItHas() {
    assertThat(stopping.during(() -> "all")).isEqualTo("all");
  }
}
