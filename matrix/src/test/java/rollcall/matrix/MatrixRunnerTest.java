package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stop;
import rollcall.reports.CellResult;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunFolder;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

class MatrixRunnerTest {
  private List<KnownFailure> known = List.of();
  private static final Catalogue CATALOGUE = Catalogue.of(Samples.Room.class, Samples.Odd.class);

  private final FakeProvider provider = new FakeProvider();
  private final Stop stop = new Stop();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Instant started = Instant.now();

  @TempDir private Path root;
  private RunFolder folder;

  @BeforeEach
  void openFolder() {
    folder = RunFolder.create(root, started, "little", "42");
  }

  @Test
  void everyCellIsPlayedOnAClusterOfItsOwnAndClosed() {
    RunRecord run = play(Matrices.cell("one", "room"), Matrices.cell("two", "room/full"));
    assertThat(run.verdict()).isEqualTo(Verdict.PASS);
    assertThat(provider.started).containsExactly("one", "two");
    assertThat(provider.closed).containsExactly("one", "two");
    assertThat(ids(run.cells().get(0))).containsExactly("room/alone", "room/full");
    assertThat(run.cells().get(1).scenarios().get(0).rerun())
        .isEqualTo("./rollcall run little --only room/full@two --seed 42");
    assertThat(run.finished()).isTrue();
  }

  @Test
  void whileACellIsPlayedTheReportHoldsTheCellsBeforeItAndIsNotAPass() {
    List<RunRecord> seen = new ArrayList<>();
    provider.onStart = plan -> seen.add(ResultsJson.read(folder.path()));
    play(Matrices.cell("one", "room"), Matrices.cell("two", "room"));
    assertThat(seen.get(1).cells()).extracting(CellResult::name).containsExactly("one");
    assertThat(seen.get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(ResultsJson.read(folder.path()).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCellThatCannotStartIsUnknownAndTheRunGoesOn() {
    provider.onStart =
        plan -> {
          if (plan.logs().endsWith("one")) {
            throw EnvironmentException.because("port 80 is taken").remedy("free it");
          }
        };
    RunRecord run = play(Matrices.cell("one", "room"), Matrices.cell("two", "room"));
    assertThat(run.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(run.cells().get(0).environment().get(0).evidence()).contains("port 80 is taken");
    assertThat(run.cells().get(0).scenarios())
        .allMatch(scenario -> scenario.verdict() == Verdict.UNKNOWN);
    assertThat(run.cells().get(1).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aLostMessageFailsTheRunAndTheStoryTellsWhatAndHowToSeeItAgain() {
    RunRecord run = play(Matrices.cell("lossy", "room"), Matrices.cell("two", "room"));
    assertThat(run.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(story())
        .contains("FAIL: A room gets all")
        .contains("delivery: 1 of 10 was lost")
        .contains("again: ./rollcall run little --only room/full@lossy --seed 42");
    assertThat(run.cells().get(1).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void failFastPlaysNothingAfterTheFirstFail() {
    RunRecord run =
        play(
            terms(Optional.empty(), true),
            Matrices.cell("lossy", "room/full"),
            Matrices.cell("two", "room"));
    assertThat(provider.started).containsExactly("lossy");
    assertThat(run.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(run.cells().get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(run.unfinished()).contains("--fail-fast");
  }

  @Test
  void failFastGoesOnPastWhatIsKnownToFail() {
    known = List.of(new KnownFailure("room/full", "", "", "lossy", LocalDate.MAX));
    RunRecord run =
        play(
            terms(Optional.empty(), true),
            Matrices.cell("lossy", "room/full"),
            Matrices.cell("two", "room"));
    assertThat(provider.started).containsExactly("lossy", "two");
    assertThat(run.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsNotPlayedInTimeIsUnknown() {
    RunRecord run = play(terms(Optional.of(Duration.ZERO), false), Matrices.cell("one", "room"));
    assertThat(provider.started).isEmpty();
    assertThat(run.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(run.cells().get(0).environment().get(0).evidence()).contains("--max-time");
  }

  @Test
  void aRunThatIsStoppedKeepsWhatItSaw() {
    provider.onStart =
        plan -> {
          if (plan.logs().endsWith("two")) {
            stop.raise("Ctrl-C");
          }
        };
    RunRecord run =
        play(Matrices.cell("one", "room"), Matrices.cell("two", "room"), Matrices.cell("three"));
    assertThat(run.cells().get(0).verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.cells().get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(run.cells().get(2).environment().get(0).evidence()).isEqualTo("not played: Ctrl-C");
    assertThat(provider.closed).containsExactly("one", "two");
    assertThat(run.unfinished()).isEqualTo("Ctrl-C");
  }

  @Test
  void aLeftOutCellSaysWhyAndDoesNotCount() {
    RunRecord run = play(Matrices.leftOut("slow", "takes an hour"), Matrices.cell("two", "room"));
    assertThat(run.cells().get(0).standing()).isEqualTo(Standing.LEFT_OUT);
    assertThat(run.cells().get(0).because()).isEqualTo("takes an hour");
    assertThat(run.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCellWhoseOptionalBalancerIsNotToBeHadIsLeftOut() {
    provider.offered = java.util.Set.of(Balancer.NGINX_ROUND_ROBIN);
    RunRecord run =
        play(
            Matrices.cell(
                "one",
                List.of("room"),
                Matrices.behind(Balancer.TRAEFIK, Balancer.NGINX_ROUND_ROBIN)),
            Matrices.cell(
                "two", List.of("room"), Matrices.behind(Balancer.TRAEFIK, Balancer.NODE_PROXY)));
    assertThat(run.cells().get(0).standing()).isEqualTo(Standing.LEFT_OUT);
    assertThat(run.cells().get(0).because()).contains("fake has no traefik here");
    assertThat(run.cells().get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theFirstTopologyWhoseBalancersAreOfferedIsPlayed() {
    provider.offered = java.util.Set.of(Balancer.NODE_PROXY);
    RunRecord run =
        play(
            Matrices.cell(
                "one",
                List.of("room"),
                Matrices.behind(Balancer.NGINX_ROUND_ROBIN),
                Matrices.behind(Balancer.NODE_PROXY)));
    assertThat(run.cells().get(0).topology()).endsWith("behind node-proxy");
  }

  @Test
  void aCellWhoseBalancersAreNotToBeHadIsUnknownAndNeverPlayedOnAnotherOne() {
    provider.offered = java.util.Set.of(Balancer.NODE_PROXY);
    RunRecord run =
        play(Matrices.cell("one", List.of("room"), Matrices.behind(Balancer.NGINX_ROUND_ROBIN)));
    assertThat(provider.started).isEmpty();
    assertThat(run.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(run.cells().get(0).environment().get(0).evidence()).contains("nginx");
  }

  @Test
  void aCellInWhichNothingCanBeAskedIsNotAsked() {
    RunRecord run = play(Matrices.cell("one", "odd/spread"), Matrices.cell("two", "room"));
    assertThat(run.cells().get(0).standing()).isEqualTo(Standing.NOT_ASKED);
    assertThat(run.verdict()).isEqualTo(Verdict.PASS);
    assertThat(provider.started).containsExactly("two");
  }

  @Test
  void aRunInWhichNothingWasAskedIsUnknown() {
    assertThat(play(Matrices.cell("one", "odd/spread")).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aScenarioThatJUnitCannotPlayIsUnknownWithTheReason() {
    RunRecord run = play(Matrices.cell("one", "odd/wrong"));
    ScenarioResult wrong = run.cells().get(0).scenarios().get(0);
    assertThat(wrong.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(wrong.findings().get(0).evidence()).contains("ended without a result", "Thread");
  }

  private RunRecord play(Cell... cells) {
    return play(terms(Optional.empty(), false), cells);
  }

  private RunRecord play(MatrixRunner.Terms terms, Cell... cells) {
    Programme programme = Programme.of(Matrices.of(cells), CATALOGUE, List.of());
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    try (Story story = new Story(out, new Story.Manner(false, false, false))) {
      Rerun rerun = new Rerun("little", new Seed(42), List.of());
      Run run = new Run(new Seed(42), provider, folder, rerun, story, stop);
      return new MatrixRunner(run, programme, terms, started)
          .knowing(new KnownFailures(known, LocalDate.EPOCH))
          .play();
    }
  }

  private static MatrixRunner.Terms terms(Optional<Duration> maxTime, boolean failFast) {
    return new MatrixRunner.Terms(maxTime, failFast, List.of(), "fake", Map.of(), Map.of());
  }

  private String story() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static List<String> ids(CellResult cell) {
    return cell.scenarios().stream().map(ScenarioResult::id).toList();
  }
}
