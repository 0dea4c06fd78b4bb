package rollcall.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.Verdict;
import rollcall.scenarios.cleanup.CleanupScenario;
import rollcall.scenarios.rooms.TargetingScenario;
import rollcall.scenarios.subscription.SubscriptionScenario;

/** Nodes of Dartwing that lie about who is in which room, and what the rows about rooms find. */
@Tag("cluster")
@Timeout(300)
class RoomLiarsTest {
  /** The rest of a cell is waiting: for servers to start, for what comes late. */
  private static final int AT_ONCE = 3;

  private static final List<Liar> LIARS =
      List.of(
          Liar.of(
              "ignores-unsubscribe",
              SubscriptionScenario.class,
              "again",
              "delivery",
              "misdelivered",
              "node-2",
              "r1-"),
          Liar.of(
              "twice-to-who-subscribed-twice",
              SubscriptionScenario.class,
              "twice",
              "delivery",
              "repeated",
              "node-2",
              "r1-"),
          Liar.of(
              "acknowledges-before-the-join",
              SubscriptionScenario.class,
              "again",
              "delivery",
              "lost",
              "node-2",
              "r1-"),
          Liar.of(
              "to-ann-what-is-for-anna",
              TargetingScenario.class,
              "amongTwins",
              "delivery",
              "lost",
              "misdelivered",
              "r1-"),
          Liar.of(
              "keeps-the-room",
              CleanupScenario.class,
              "closedTab",
              "census",
              "node-2 holds 0 sockets",
              "rooms more: doc:"),
          Liar.of(
              "joins-after-the-disconnect",
              CleanupScenario.class,
              "undecided",
              "census",
              "node-2 holds 0 sockets",
              "rooms more: doc:"),
          Liar.of(
              "hides-rooms-in-its-metrics",
              CleanupScenario.class,
              "polite",
              "census",
              "do not agree: node-2 holds",
              "by its adapter",
              "by its /metrics"));

  @TempDir private Path folder;
  private LyingCells cells;
  private ExecutorService players;

  /** What it does, where it is asked about, and what is to be said of it by which probe. */
  private record Liar(String lie, Class<?> row, String scenario, String probe, List<String> words) {
    static Liar of(String lie, Class<?> row, String scenario, String probe, String... words) {
      return new Liar(lie, row, scenario, probe, List.of(words));
    }
  }

  @BeforeEach
  void open() {
    cells = new LyingCells(folder);
    players = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterEach
  void close() {
    players.shutdownNow();
    cells.close();
  }

  @TestFactory
  Stream<DynamicTest> everyLieIsFoundOut() {
    return LIARS.stream().map(liar -> Map.entry(liar, later(liar))).toList().stream()
        .map(
            one ->
                dynamicTest(
                    one.getKey().lie(), () -> isCaught(one.getKey(), one.getValue().join())));
  }

  private static void isCaught(Liar liar, Verdicts verdicts) {
    assertThat(verdicts.worst()).as("of %s", verdicts.findings()).contains(Verdict.FAIL);
    assertThat(verdicts.failed(liar.probe())).contains(liar.words());
  }

  private CompletableFuture<Verdicts> later(Liar liar) {
    return CompletableFuture.supplyAsync(
        () -> cells.play(liar.lie(), liar.row(), liar.scenario()), players);
  }
}
