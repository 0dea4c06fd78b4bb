package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import rollcall.fixtures.config.Home;
import rollcall.reports.ResultsException;
import rollcall.reports.RunFolder;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run", "plan", "capacity", "up", "down", "doctor", "sweep"})
  void everyVerbExplainsItselfWithAnExample(String verb) {
    assertThat(execute(verb, "--help")).isZero();
    assertThat(said(out)).contains("Usage: rollcall " + verb, "Example: ./rollcall " + verb);
  }

  @Test
  void withoutAVerbTheUsageIsShownAndNothingPasses() {
    assertThat(execute()).isEqualTo(3);
    assertThat(said(err)).contains("Usage: rollcall");
  }

  @Test
  void anUnknownVerbAndAnUnknownOptionAreRefusedWithTheNearest() {
    assertThat(execute("rnu")).isEqualTo(3);
    assertThat(said(err)).contains("rnu is not a verb here; did you mean run?");
    assertThat(execute("run", "--sede", "42")).isEqualTo(3);
    assertThat(said(err)).contains("--sede is not an option here; did you mean --seed?");
  }

  @Test
  void aCapacityThatCannotBeAskedForIsRefused() {
    assertThat(execute("capacity", "--of", "rat")).isEqualTo(3);
    assertThat(said(err)).contains("did you mean rate?");
    assertThat(execute("capacity", "--slo", "p99 < 5, lst = 0")).isEqualTo(3);
    assertThat(said(err)).contains("such as 100ms", "did you mean lost?");
    assertThat(execute("capacity", "--require", "0/s")).isEqualTo(3);
    assertThat(said(err)).contains("give a rate above zero");
    assertThat(execute("capacity", "--nodes", "0", "--clients", "-1")).isEqualTo(3);
    assertThat(said(err)).contains("--nodes must be from 1", "--clients must be from 1");
    assertThat(execute("capacity", "--start", "5")).isEqualTo(3);
    assertThat(said(err)).contains("give 9/s or more");
  }

  @Test
  void allProblemsOfTheSettingsAreSaidAtOnce() {
    environment.put("ROLLCALL_SEDE", "1");
    int code = execute("run", "--seed", "x", "--set", "image.reddis=a", "--max-time", "5");
    assertThat(code).isEqualTo(3);
    assertThat(said(err))
        .contains("--seed", "did you mean image.redis?", "--max-time", "did you mean 5s?")
        .contains("ROLLCALL_SEDE");
    assertNoTrace();
  }

  @Test
  void problemsOfSettingsSystemAndScenarioAreSaidTogether() {
    assertThat(execute("run", "--seed", "x", "--system", "dartwin", "--only", "cross-nod"))
        .isEqualTo(3);
    assertThat(said(err)).contains("--seed", "did you mean dartwing?", "did you mean cross-node?");
    assertNoTrace();
    assertThat(execute("run", "--seed", "7", "--only", "cross-nod")).isEqualTo(3);
    assertThat(said(out)).as("nothing has begun").doesNotContain("seed");
  }

  @Test
  void aPlanSaysWhatTheRunWillAsk() {
    assertThat(execute("plan", "nightly", "--only", "idle/kept@idle-kept")).isZero();
    assertThat(said(out)).contains("asks idle/kept");
    String[] brought = {"plan", "nightly", "--only", "idle/kept@idle-kept", "--node-command", "it"};
    assertThat(execute(brought)).isZero();
    assertThat(said(out))
        .contains("idle/kept: the cell sets variables that its server is not said");
  }

  @Test
  void aServerIsBroughtAlongInOneWayAndWhereItCanRun() {
    assertThat(execute("plan", "--node-command", "node it.js", "--node-image", "my/it"))
        .isEqualTo(3);
    assertThat(said(err)).contains("two servers for the same nodes; keep one");
    assertThat(execute("plan", "--node-command", "node 'it.js")).isEqualTo(3);
    assertThat(said(err)).contains("quotes closed", "not node 'it.js");
    assertThat(execute("plan", "--node-command", "node it.js", "--provider", "containers"))
        .isEqualTo(3);
    assertThat(said(err))
        .contains("node-command: is for processes, and the provider is containers (command line)");
    assertThat(execute("plan", "--node-command", "node it.js")).isZero();
    assertThat(execute("plan", "--node-image", "my/it")).isZero();
    assertNoTrace();
  }

  @Test
  void whatIsNoRunIsNotPlayedAgain() throws IOException {
    assertThat(execute("run", "--from", "nowhere.json")).isEqualTo(3);
    assertThat(said(err)).contains("--from", "nowhere.json");
    Path nonsense =
        Files.writeString(folder.resolve("nonsense.json"), "{\"schema\": 0, \"cells\": 7}");
    assertThat(execute("run", "--from", nonsense.toString())).isEqualTo(3);
    assertThat(said(err)).contains("check that it is the results.json of a run, and whole");
    Path foreign = Files.writeString(folder.resolve("foreign.json"), "[1, 2");
    assertThat(execute("run", "--from", foreign.toString())).isEqualTo(3);
    assertThat(execute("run", "smoke", "--from", nonsense.toString(), "--seed", "7")).isEqualTo(3);
    assertThat(said(err)).contains("plays a run as it was: leave out", "--seed", "<matrix>");
    assertNoTrace();
  }

  @Test
  void aWordTooManyIsNamed() {
    assertThat(execute("run", "smoke", "nightly")).isEqualTo(3);
    assertThat(said(err)).contains("nightly is one word too many", "See ./rollcall run --help");
  }

  @Test
  void aDraftIsPlannedAndNotStarted() throws IOException {
    Path draft = Files.createDirectory(folder.resolve("draft"));
    Files.copy(Home.find().resolve("compose/dartwing/system.yaml"), draft.resolve("system.yaml"));
    Path out = folder.resolve("out");
    assertThat(execute("plan", "smoke", "--system", draft.toString())).isZero();
    assertThat(execute("run", "smoke", "--system", draft.toString(), "--out", out.toString()))
        .isEqualTo(3);
    assertThat(execute("up", draft.toString())).isEqualTo(3);
    assertThat(said(err)).contains("system draft: is a draft and cannot be started");
    assertThat(out).doesNotExist();
  }

  @Test
  void aSystemAnywhereIsPlannedByItsOwnMatrixWhichNamesIt() throws IOException {
    Path board = folder.resolve("board");
    Path matrices = Files.createDirectories(board.resolve("matrix"));
    Path system = board.resolve("system.yaml");
    Files.copy(Home.find().resolve("compose/informejo/system.yaml"), system);
    Path own =
        Files.writeString(
            matrices.resolve("weekly.yaml"),
            "system: board\ncells:\n  pinned: {scenarios: [rest, entrance]}\n");
    assertThat(execute("plan", "weekly", "--system", system.toString())).isZero();
    assertThat(execute("plan", "weekly", "--system", board.toString())).isZero();
    assertThat(execute("plan", own.toString())).isZero();
    assertThat(said(out).split("pinned {2}board, 1x no adapter behind TLS", -1)).hasSize(4);
    assertThat(execute("plan", "wekly", "--system", system.toString())).isEqualTo(3);
    assertThat(said(err)).contains("matrix wekly", "did you mean weekly?");
    Files.writeString(own, "system: bord\ncells:\n  pinned: {scenarios: [rest]}\n");
    assertThat(execute("plan", "weekly", "--system", system.toString())).isEqualTo(3);
    assertThat(said(err)).contains("there is no system bord");
  }

  @Test
  void anUnknownMatrixSystemProviderOrScenarioIsBadInput() {
    assertThat(execute("run", "smok")).isEqualTo(3);
    assertThat(said(err)).contains("matrix smok", "did you mean smoke?");
    assertThat(execute("run", "--provider", "procesess")).isEqualTo(3);
    assertThat(said(err)).contains("did you mean processes?");
    assertThat(execute("up", "dartwin")).isEqualTo(3);
    assertThat(said(err)).contains("did you mean dartwing?");
    assertThat(execute("plan", "--only", "cross-nod")).isEqualTo(3);
    assertThat(said(err)).contains("did you mean cross-node?");
    assertNoTrace();
  }

  @Test
  void aPlanSaysWhatWouldRunAndStartsNothing() {
    assertThat(execute("plan", "smoke", "--set", "out=" + folder)).isZero();
    assertThat(said(out))
        .contains("three  dartwing, 3x redis-pubsub behind haproxy-cookie, else 3x redis-pubsub")
        .containsPattern("  asks .*cross-node/\\{.*polling, .*upgrade, websocket")
        .contains("polling-without-affinity: the cell's entrance keeps a client on one node")
        .containsOnlyOnce("reaches every polling client on every node, once, in order and intact")
        .contains("cross-node/polling-without-affinity (hazard): ")
        .containsPattern("smoke: 2 cells to play, 0 left out; about \\d+ s \\(guessed: 5 s a cell");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void resultsThatCannotBeWrittenAreBadInput() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    assertThat(execute("run", "--out", file.toString(), "--provider", "processes")).isEqualTo(3);
    assertThat(said(err)).contains("--out " + file, "To fix:");
    assertNoTrace();
  }

  @Test
  void aFileThatIsNotYamlIsBadInput() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, "cells: [");
    assertThat(execute("plan", file.toString())).isEqualTo(3);
    assertThat(said(err)).contains("broken.yaml");
    assertNoTrace();
  }

  @Test
  void resultsThatCannotBeWrittenAreNoBugOfOurs() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ResultsException full =
        assertThrows(
            ResultsException.class, () -> RunFolder.create(file, Instant.now(), "smoke", "1"));
    Surroundings surroundings =
        new Surroundings(folder, folder, environment, stream(out), stream(err), false);
    CommandLine line = Rollcall.in(surroundings);
    ParseResult parsed = line.parseArgs("plan");
    assertThat(new Complaints(surroundings).handleExecutionException(full, line, parsed))
        .isEqualTo(2);
    assertThat(said(err)).startsWith("UNKNOWN  cannot create").contains("To fix:");
    assertNoTrace();
  }

  private void assertNoTrace() {
    assertThat(said(err)).doesNotContain("\tat ", "Rollcall itself broke");
  }

  private int execute(String... arguments) {
    Path home = Home.find();
    Surroundings surroundings =
        new Surroundings(home, folder, environment, stream(out), stream(err), false);
    return Rollcall.in(surroundings).execute(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
