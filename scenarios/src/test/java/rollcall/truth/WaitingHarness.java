package rollcall.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import rollcall.fixtures.client.Client;
import rollcall.fixtures.client.ClientListener;
import rollcall.fixtures.client.ClientOptions;
import rollcall.fixtures.client.Clients;
import rollcall.fixtures.cluster.Node;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Transport;

/**
 * Asks a node again only when it has answered, as many harnesses do.
 *
 * @param begun counted down when it has answered for the first time
 */
record WaitingHarness(Dialect dialect, Node node, CountDownLatch begun) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** One answer, by the machine's clock. */
  record Answer(long dueNanos, long sentNanos, long answeredNanos) {
    long sinceDueNanos() {
      return answeredNanos - dueNanos;
    }

    long sinceSentNanos() {
      return answeredNanos - sentNanos;
    }
  }

  /** Asks so often that each is due at its time, and sends late what it could not send then. */
  List<Answer> ask(int perSecond, Duration time) {
    try (Clients clients = Clients.open()) {
      Client client = clients.lean(options(), Deaf.EARS);
      client.connect(LIMIT);
      String question = dialect.whichNode().orElseThrow();
      List<Answer> answers = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < perSecond * time.toSeconds(); i++) {
        long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        long sent = System.nanoTime();
        client.call(question, List.of(), LIMIT).join();
        answers.add(new Answer(due, sent, System.nanoTime()));
        begun.countDown();
      }
      return answers;
    }
  }

  static Histogram booked(List<Answer> answers, ToLongFunction<Answer> nanos) {
    Histogram micros = new Histogram(3);
    answers.forEach(one -> micros.recordValue(nanos.applyAsLong(one) / 1_000));
    return micros;
  }

  private ClientOptions options() {
    URI origin =
        URI.create(
            "http://%s:%d".formatted(node.address().getHostString(), node.address().getPort()));
    return ClientOptions.of(
        "waiting", origin, dialect.handshake(), Transport.WEBSOCKET, Map.of("user", "waiting"));
  }

  private enum Deaf implements ClientListener {
    EARS;

    @Override
    public void onEvent(String event, List<JsonNode> arguments, long arrivedNanos) {}
  }
}
