package peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Counts what arrives and how long it took; hears from drive.js what to do. */
final class Tally {
  private static final int DUE = 4;
  private static final long WARM_MICROS =
      TimeUnit.SECONDS.toMicros(Long.parseLong(System.getenv("WARM")));

  private final LongAdder received = new LongAdder();
  private volatile ConcurrentHistogram micros = new ConcurrentHistogram(3);
  private volatile long start;

  /** The roll number holds the microseconds from the start to when it was due. */
  void arrived(String roll) {
    long due = Long.parseLong(roll.split("-", -1)[DUE], 36);
    received.increment();
    if (due >= WARM_MICROS) {
      micros.recordValue(Math.max(0, (System.nanoTime() - start) / 1000 - due));
    }
  }

  /** Returns when it was told to end. */
  void listen(Runnable connect) throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    System.out.println("up");
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      switch (order.split(" ")[0]) {
        case "connect" -> connect.run();
        case "go" -> {
          start = Long.parseLong(order.split(" ")[1]);
          micros = new ConcurrentHistogram(3);
          received.reset();
          System.out.println("going");
        }
        case "count" -> System.out.println("count " + received.sum());
        default -> {
          tell();
          return;
        }
      }
    }
  }

  private void tell() {
    System.out.printf(
        Locale.ROOT,
        "{\"received\":%d,\"p50\":%.2f,\"p99\":%.2f,\"p999\":%.2f,\"max\":%.2f,"
            + "\"noticed\":\"nothing: it does not know what was due\"}%n",
        received.sum(),
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3,
        micros.getMaxValue() / 1e3);
  }
}
