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
import rollcall.scenarios.delivery.CrossNodeScenario;

/**
 * Nodes of Dartwing that lie, each in one way (see {@code liars/lies.js}), and what is found; and
 * one that does not.
 */
@Tag("cluster")
@Timeout(300)
class LiarsTest {
  /** The rest of a cell is waiting: for servers to start, for what comes late. */
  private static final int AT_ONCE = 3;

  private static final List<Liar> LIARS =
      List.of(
          Liar.of("loses-one-in-a-hundred", "delivery", "lost", "node-2", "r1-"),
          Liar.of("acknowledges-before-the-join", "delivery", "lost", "node-2", "r1-"),
          Liar.of("holds-one-for-long", "delivery", "node-2", "r1-"),
          Liar.of(
              "repeats-one-after-two-seconds", "delivery", "9 repeated on node-2", "node-2", "r1-"),
          Liar.of(
              "repeats-under-another-name",
              "delivery",
              "9 repeated on node-2",
              "9 damaged on node-2",
              "node-2"),
          Liar.of("also-to-the-twin", "delivery", "misdelivered", "r1-"),
          Liar.of("delivers-what-it-refused", "delivery", "misdelivered", "r1-"),
          Liar.of("swaps-two", "delivery", "reordered", "node-2", "r1-"),
          Liar.of("normalises-texts", "delivery", "damaged", "node-2", "r1-"),
          Liar.of("adds-an-argument", "delivery", "9 damaged on node-2", "node-2", "r1-"),
          Liar.of("garbles-one", "delivery", "9 lost on node-2", "9 garbled", "node-2", "r1-"),
          Liar.of("closes-a-socket", "connections", "1 of 18 clients", "node-2"),
          Liar.of("says-it-is-another-node", "placement", "node-2", "says it is node-1"),
          Liar.of("refuses-some", "acceptance", "1 of 60", "refused", "r1-"));

  @TempDir private Path folder;
  private LyingCells cells;
  private ExecutorService players;

  /** What it does, and what is to be said of it by which probe. */
  private record Liar(String lie, String probe, List<String> words) {
    static Liar of(String lie, String probe, String... words) {
      return new Liar(lie, probe, List.of(words));
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
  Stream<DynamicTest> everyLieIsFoundOutAndHonestyIsBelieved() {
    CompletableFuture<Verdicts> honest = later("honest");
    List<DynamicTest> liars =
        LIARS.stream().map(liar -> Map.entry(liar, later(liar.lie()))).toList().stream()
            .map(
                one ->
                    dynamicTest(
                        one.getKey().lie(), () -> isCaught(one.getKey(), one.getValue().join())))
            .toList();
    DynamicTest believed =
        dynamicTest(
            "honest",
            () ->
                assertThat(honest.join().findings())
                    .isNotEmpty()
                    .allMatch(finding -> finding.verdict() == Verdict.PASS));
    return Stream.concat(Stream.of(believed), liars.stream());
  }

  private static void isCaught(Liar liar, Verdicts verdicts) {
    assertThat(verdicts.worst()).as("of %s", verdicts.findings()).contains(Verdict.FAIL);
    assertThat(verdicts.failed(liar.probe())).contains(liar.words());
  }

  private CompletableFuture<Verdicts> later(String lie) {
    return CompletableFuture.supplyAsync(
        () -> cells.play(lie, CrossNodeScenario.class, "overWebSocket"), players);
  }
}
