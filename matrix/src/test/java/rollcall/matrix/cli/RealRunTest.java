package rollcall.matrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.config.Home;
import rollcall.reports.Finding;
import rollcall.reports.ResultsJson;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/** Runs as a user makes them, on real servers. */
@Tag("cluster")
class RealRunTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void theDocumentsOwnCodeIsCaughtForSendingEveryMessageOncePerNode() {
    assertThat(run("as-documented")).isEqualTo(1);
    Finding delivery =
        findings().stream().filter(f -> f.probe().equals("delivery")).findFirst().orElseThrow();
    assertThat(delivery.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(delivery.evidence()).contains("repeated", "node-1", "r1-");
    assertThat(delivery.figures()).containsEntry("lost", 0L).containsEntry("damaged", 0L);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("again: ./rollcall run as-documented --only cross-node/websocket@as-documented");
  }

  @Test
  void aSoundClusterHoldsAndItsFolderHasEveryForm() {
    assertThat(run("smoke", "--only", "cross-node/websocket@round-robin")).isZero();
    assertThat(findings()).allMatch(finding -> finding.verdict() == Verdict.PASS);
    for (String form :
        List.of("results.json", "junit.xml", "report.html", "summary.md", "matrix.yaml", "logs")) {
      assertThat(Files.exists(folder.resolve("latest").resolve(form))).as(form).isTrue();
    }
  }

  @Test
  void aServerOfSomebodyElsesIsAskedWhatItCanAnswerAndTheRestIsListed() {
    Path home = Home.find();
    String server =
        "env NODE_PATH='%s' node '%s'"
            .formatted(
                home.resolve("compose/dartwing/node/node_modules"),
                home.resolve("docs/bring-your-own/server.js"));
    assertThat(
            run(
                "smoke",
                "--only",
                "cross-node/websocket@three",
                "--only",
                "cross-node/huge-numbers@three",
                "--only",
                "redis-failover/killed@three",
                "--node-command",
                server))
        .as(out.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(findings()).isNotEmpty().allMatch(finding -> finding.verdict() == Verdict.PASS);
    List<ScenarioResult> played =
        ResultsJson.read(folder.resolve("latest")).cells().get(0).scenarios();
    // Asked with what goes through Redis alone: to each of the three nodes.
    assertThat(played)
        .filteredOn(scenario -> scenario.id().equals("redis-failover/killed"))
        .flatExtracting(ScenarioResult::findings)
        .filteredOn(finding -> finding.probe().equals("recovery"))
        .singleElement()
        .extracting(Finding::evidence)
        .asString()
        .startsWith("all 3 ways carried again");
    assertThat(played)
        .filteredOn(scenario -> scenario.standing() == Standing.NOT_ASKED)
        .extracting(ScenarioResult::id)
        .contains("optional/which_node", "optional/publish", "optional/metrics")
        .contains("cross-node/huge-numbers");
  }

  private List<Finding> findings() {
    RunRecord record = ResultsJson.read(folder.resolve("latest"));
    return record.cells().stream()
        .flatMap(cell -> cell.scenarios().stream())
        .flatMap(scenario -> scenario.findings().stream())
        .toList();
  }

  private int run(String matrix, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("run", matrix, "--provider", "processes", "--out", folder.toString()));
    arguments.addAll(List.of(more));
    Surroundings surroundings =
        new Surroundings(
            Home.find(),
            folder,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            false);
    return Rollcall.in(surroundings).execute(arguments.toArray(String[]::new));
  }
}
