package rollcall.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.Verdict;

/** Nodes of Dartwing that lie, each in one way, and what is found; and one that does not. */
@Tag("cluster")
@Timeout(600)
class LiarsTest {
  /** The rest of a cell is waiting: for servers to start, for what comes late. */
  private static final int AT_ONCE = 3;

  private static final String WEBSOCKET = "cross-node/websocket";

  @TempDir private Path folder;
  private LyingCells cells;
  private ExecutorService players;

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
    CompletableFuture<Verdicts> honest = later(() -> cells.play("honest", WEBSOCKET));
    Stream<DynamicTest> liars =
        caught(
            LiarTable.all().stream().filter(Liar::always),
            liar -> () -> cells.play(liar.lie(), liar.scenario()));
    DynamicTest believed =
        dynamicTest(
            "honest",
            () ->
                assertThat(honest.join().findings())
                    .isNotEmpty()
                    .allMatch(finding -> finding.verdict() == Verdict.PASS));
    return Stream.concat(Stream.of(believed), liars);
  }

  @TestFactory
  Stream<DynamicTest> everyLieOfAnotherSystemIsFoundOut() {
    return SystemLiarTable.all().entrySet().stream()
        .flatMap(
            system ->
                caught(
                    system.getValue().stream(),
                    liar -> () -> cells.play(system.getKey(), liar.lie(), liar.scenario())));
  }

  /** Of a server that is brought along it would not be asked; this one is the system's own. */
  @Test
  void whatItsOwnServerNoLongerAnswersIsBroken() {
    isCaught(
        Liar.of("answers-no-publish", "acknowledges no message of its clients")
            .isFoundBy(WEBSOCKET, "server", "none of 3 nodes answered publish"),
        later(() -> cells.play("answers-no-publish", WEBSOCKET)),
        () -> cells.play("answers-no-publish", WEBSOCKET));
  }

  /** All of them are under way before the first is waited for. */
  private Stream<DynamicTest> caught(
      Stream<Liar> liars, Function<Liar, Supplier<Verdicts>> playing) {
    return liars.map(liar -> Map.entry(liar, later(playing.apply(liar)))).toList().stream()
        .map(
            one ->
                dynamicTest(
                    one.getKey().lie(),
                    () -> isCaught(one.getKey(), one.getValue(), playing.apply(one.getKey()))));
  }

  /** A finding about time is no answer while others keep the machine busy: then once more. */
  private void isCaught(Liar liar, CompletableFuture<Verdicts> played, Supplier<Verdicts> again) {
    Verdicts verdicts = played.join();
    if (verdicts.excuse(liar.probe()).isPresent()) {
      verdicts = later(again).join();
    }
    Optional<String> excuse = verdicts.excuse(liar.probe());
    assumeTrue(excuse.isEmpty(), () -> "excused twice: " + excuse.orElse(""));
    assertThat(verdicts.against(liar.probe()))
        .as("of %s", verdicts.findings())
        .contains(liar.words());
  }

  private CompletableFuture<Verdicts> later(Supplier<Verdicts> playing) {
    return CompletableFuture.supplyAsync(playing, players);
  }
}
