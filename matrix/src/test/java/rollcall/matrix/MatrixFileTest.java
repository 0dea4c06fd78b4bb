package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.LinkPlace;
import rollcall.fixtures.cluster.RedisClient;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.BadInput;

class MatrixFileTest {
  private static final MatrixFile FILES =
      new MatrixFile(
          Path.of("."), Path.of("..", "compose"), Catalogue.below("rollcall.scenarios").names());

  @TempDir Path folder;

  @Test
  void smokeHasACellWithAffinityAndOneWithout() {
    Matrix smoke = FILES.read("smoke");
    assertThat(smoke.name()).isEqualTo("smoke");
    assertThat(smoke.cells()).extracting(Cell::name).containsExactly("three", "round-robin");
    assertThat(smoke.cells().get(0).choices())
        .extracting(topology -> topology.balancers().get(0))
        .containsExactly(Balancer.HAPROXY_COOKIE, Balancer.NODE_PROXY_COOKIE);
    assertThat(smoke.cells()).allMatch(cell -> cell.choices().get(0).nodes() == 3);
  }

  @Test
  void inNightlyEveryTwoValuesMeetOrAreLeftOutWithTheReason() {
    List<Cell> cells = FILES.read("nightly").cells();
    List<Topology> played =
        cells.stream()
            .filter(cell -> !cell.isLeftOut() && cell.scenarios().equals(List.of("cross-node")))
            .map(cell -> cell.choices().get(0))
            .toList();
    assertThat(played).hasSizeLessThan(40);
    for (Adapter adapter : List.of(Adapter.REDIS, Adapter.REDIS_SHARDED, Adapter.REDIS_STREAMS)) {
      for (int nodes : List.of(1, 2, 3, 5)) {
        assertThat(played).anyMatch(one -> one.adapter() == adapter && one.nodes() == nodes);
      }
      for (RedisClient client : RedisClient.values()) {
        assertThat(played).anyMatch(one -> one.adapter() == adapter && one.client() == client);
      }
    }
    assertThat(cells.stream().filter(Cell::isLeftOut))
        .extracting(Cell::name)
        .contains("2-none", "5-none", "1-haproxy-cookie", "redis-streams-cluster")
        .doesNotContain("redis-sharded-cluster", "1-none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "nightly", "release"})
  void whatASystemWithoutRedisCannotStandOnIsLeftOutWithTheReason(String name) {
    SystemUnderTest informejo = SystemFile.read(Path.of("..", "compose"), "informejo");
    Matrix matrix = FILES.read(name, Optional.of(informejo));
    Catalogue catalogue = Catalogue.below("rollcall.scenarios");
    assertThat(
            Programme.of(matrix, catalogue, List.of()).served(Optional.empty()).entries().stream()
                .map(Programme.Entry::cell)
                .filter(cell -> cell.choices().get(0).adapter() != Adapter.NONE))
        .allMatch(Cell::isLeftOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dartwing", "informejo", "nirmaan", "raven", "tms"})
  void aSystemCanStandOnAllThatItsOwnMatricesAskOfIt(String name) {
    SystemUnderTest system = SystemFile.read(Path.of("..", "compose"), name);
    for (String matrix : List.of("smoke", "nightly", "release")) {
      boolean own = Files.exists(system.folder().resolve("matrix").resolve(matrix + ".yaml"));
      if (own || name.equals("dartwing")) {
        assertThat(FILES.read(matrix, Optional.of(system)).cells())
            .filteredOn(cell -> !cell.isLeftOut())
            .noneMatch(cell -> cell.asFarAsKnown().isLeftOut());
      }
    }
  }

  @Test
  void pairsAreFewAndTheSameEachTime() throws IOException {
    String pairs =
        """
        system: dartwing
        scenarios: [cross-node]
        pairs:
          nodes: [1, 2, 3]
          adapter: [redis-pubsub, redis-sharded]
          redis: [standalone, cluster]
        leave-out:
          - {adapter: redis-pubsub, redis: cluster, because: it does not fit}
        """;
    Matrix matrix = read(pairs);
    assertThat(matrix.cells())
        .filteredOn(cell -> !cell.isLeftOut())
        .extracting(Cell::name)
        .containsExactly(
            "1-redis-pubsub-standalone",
            "1-redis-sharded-cluster",
            "2-redis-sharded-standalone",
            "3-redis-pubsub-standalone",
            "3-redis-sharded-cluster",
            "2-redis-pubsub-standalone",
            "2-redis-sharded-cluster");
    assertThat(matrix.cells())
        .filteredOn(Cell::isLeftOut)
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.name()).isEqualTo("redis-pubsub-cluster");
              assertThat(cell.because()).isEqualTo("it does not fit");
            });
    assertThat(read(pairs)).isEqualTo(matrix);
    assertThatThrownBy(
            () -> read("system: dartwing\nscenarios: [cross-node]\npairs:\n  nodes: [1, 3]\n"))
        .hasMessageContaining("pairs (line 3): must have at least two axes");
  }

  @Test
  void aCellSaysMoreThanItsMatrixAndThatMoreThanTheSystem() throws IOException {
    Matrix matrix =
        read(
            """
            system: dartwing
            nodes: 2
            environment: {A: matrix, B: matrix}
            scenarios: [cross-node]
            cells:
              plain: {}
              own:
                nodes: 5
                adapter: redis-sharded
                balancer: [haproxy-cookie, nginx-round-robin]
                links: [node-redis]
                environment: {B: cell}
                scenarios: [cross-node/polling]
            """);
    Cell plain = matrix.cells().get(0);
    Cell own = matrix.cells().get(1);
    assertThat(plain.choices()).hasToString("[2x redis-pubsub behind nginx-ip-hash]");
    assertThat(own.choices())
        .hasToString("[5x redis-sharded behind haproxy-cookie + nginx-round-robin]");
    assertThat(own.links()).containsExactly(LinkPlace.NODE_REDIS);
    assertThat(own.environment()).containsEntry("A", "matrix").containsEntry("B", "cell");
    assertThat(own.scenarios()).containsExactly("cross-node/polling");
    assertThat(matrix.cellLimit()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceEachWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    system: dartwin
                    scenarios: [cros-node]
                    cell-limt: 5s
                    cells:
                      zero: {nodes: 0}
                      negative: {nodes: -3}
                      many: {nodes: 10000}
                      three: {nods: 3, balancer: haproxi-cookie}
                      word: {nodes: three}
                      Loud: {nodes: 1}
                      chain: {balancer: {first-of: []}}
                    leave-out:
                      - {cell: thre, because: it is slow}
                      - {cell: three}
                      - {because: just so}
                    """))
        .isInstanceOf(BadInput.class)
        .message()
        .contains("system (line 1): there is no system dartwin; did you mean dartwing?")
        .contains("scenarios[0] (line 2): there is no scenario cros-node; did you mean cross-node?")
        .contains("cell-limt (line 3): is not a key here; did you mean cell-limit?")
        .contains("cells.Loud (line 10): a cell's name has small letters")
        .contains("leave-out[0].cell (line 13): there is no cell thre; did you mean three?")
        .contains("cells.many.nodes (line 7): must be a whole number from 1 to 64, not 10000")
        .contains("leave-out[1].because: is missing")
        .contains("leave-out[2] (line 15): must say which cells");
  }

  @Test
  void topologiesOutOfRangeAreRefusedWithTheRange() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    system: dartwing
                    scenarios: [cross-node]
                    cells:
                      zero: {nodes: 0}
                      negative: {nodes: -3}
                      many: {nodes: 10000}
                      huge: {nodes: 99999999999999999999}
                      word: {nodes: three}
                      list: {nodes: [3]}
                      wrong: {nods: 3, balancer: haproxi-cookie}
                      empty: {balancer: {first-of: []}}
                      bare: {adapter: redis-pubsub, redis: none}
                    """))
        .message()
        .contains("cells.zero.nodes (line 4): must be a whole number from 1 to 64, not 0")
        .contains("cells.negative.nodes (line 5): must be a whole number from 1 to 64, not -3")
        .contains("cells.many.nodes (line 6): must be a whole number from 1 to 64, not 10000")
        .contains("cells.huge.nodes (line 7): must be a whole number from 1 to 64, not 9999")
        .contains("cells.word.nodes (line 8): must be a whole number from 1 to 64, not three")
        .contains("cells.list.nodes (line 9): must be a whole number from 1 to 64")
        .contains("cells.wrong.nods (line 10): is not a key here; did you mean nodes?")
        .contains("not haproxi-cookie; did you mean haproxy-cookie?")
        .contains("cells.empty.balancer.first-of (line 11): must name at least one")
        .contains("cells.bare.redis (line 12): the adapter redis-pubsub needs a Redis");
  }

  @Test
  void aLeaveOutThatLeavesNothingOutIsAMistake() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    system: dartwing
                    scenarios: [cross-node]
                    axes:
                      nodes: [1, 3]
                      balancer: [none, {first-of: [nginx-round-robin, node-proxy]}]
                    leave-out:
                      - {nodes: 7, because: seven is too many}
                      - {nodes: 3, adapter: redis-streams, because: not written yet}
                      - {nodes: 3, balancer: none, because: nothing in front}
                      - {nodes: 3, cell: 1-none, because: not both}
                    """))
        .message()
        .contains("leave-out[0].nodes (line 7): 7 is not on the axis nodes; there are: 1, 3")
        .contains("leave-out[1].adapter (line 8): redis-streams is not on the axis adapter")
        .contains("leave-out[3] (line 10): leaves nothing out")
        .doesNotContain("leave-out[2]");
  }

  @Test
  void aProductTooLargeOrEmptyIsRefused() {
    String many = String.join(", ", java.util.Collections.nCopies(60, "1"));
    assertThatThrownBy(
            () ->
                read(
                    "system: dartwing\nscenarios: [cross-node]\naxes:\n  nodes: [%s]\n  balancer: [%s]\n"
                        .formatted(many, many.replace("1", "none"))))
        .hasMessageContaining("make 3600 cells, more than 500; split the matrix");
    assertThatThrownBy(
            () -> read("system: dartwing\nscenarios: [cross-node]\naxes:\n  nodes: []\n"))
        .hasMessageContaining("axes.nodes (line 4): must have at least one value");
    assertThatThrownBy(() -> read("system: dartwing\nscenarios: [cross-node]\n"))
        .hasMessageContaining("there is nothing to run; give it axes, pairs, or cells");
    assertThatThrownBy(
            () -> read("system: dartwing\nscenarios: [cross-node]\naxes:\n  nodes: [3, 3]\n"))
        .hasMessageContaining("there are two cells of the name 3");
  }

  @Test
  void aMatrixNobodyKnowsIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> FILES.read("smok"))
        .isInstanceOf(BadInput.class)
        .hasMessage("matrix smok: there is none of this name; did you mean smoke?");
    assertThatThrownBy(() -> FILES.read("weekend"))
        .hasMessageContaining("there are: as-documented, nightly, release, smoke");
    assertThatThrownBy(() -> FILES.read("no/such.yaml"))
        .hasMessage("no/such.yaml: does not exist; check the name");
  }

  private Matrix read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    return FILES.read(file.toString());
  }
}
