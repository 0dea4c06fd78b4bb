package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.BroughtServer;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.BadInput;

class ProgrammeTest {
  private final Catalogue catalogue = Catalogue.of(Samples.Room.class, Samples.Odd.class);
  private final Matrix matrix =
      Matrices.of(
          Matrices.cell("one", "room"),
          Matrices.cell("two", "room/full", "odd"),
          Matrices.leftOut("three", "too slow"));

  @Test
  void withoutOnlyEveryCellIsThere() {
    assertThat(drawn())
        .containsExactly(
            "one: [room/alone, room/full]",
            "two: [odd/spread, odd/wrong, room/full]",
            "three: [odd/spread, odd/wrong, room/alone, room/full]");
  }

  @Test
  void onlyNarrowsByRowScenarioAndCell() {
    assertThat(drawn("room/full")).contains("one: [room/full]", "two: [room/full]");
    assertThat(drawn("odd@two")).containsExactly("two: [odd/spread, odd/wrong]");
    assertThat(drawn("@one")).containsExactly("one: [room/alone, room/full]");
    assertThat(drawn("room/alone@one", "odd/spread@two"))
        .containsExactly("one: [room/alone]", "two: [odd/spread]");
  }

  @Test
  void everythingThatDoesNotExistIsSaidAtOnce() {
    assertThatThrownBy(() -> drawn("rom/full", "room/ful@oen", "", "a@b@c"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no scenario rom/full; did you mean room/full?")
        .hasMessageContaining("no scenario room/ful; did you mean room/full?")
        .hasMessageContaining("no cell oen; did you mean one?")
        .hasMessageContaining("--only a@b@c: must be row");
  }

  @Test
  void aCombinationThatNoCellPlaysIsRefused() {
    assertThatThrownBy(() -> drawn("room/alone@two"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no cell of this matrix plays it");
  }

  @Test
  void aServerThatIsBroughtAlongIsNotPlayedOnWhatItDoesNotKnow() {
    Topology streams = new Topology(1, Adapter.REDIS_STREAMS, RedisMode.STANDALONE, List.of());
    Matrix both =
        Matrices.of(
            Matrices.cell("own", "room"), Matrices.cell("streams", List.of("room"), streams));
    Programme drawn = Programme.of(both, catalogue, List.of());
    assertThat(drawn.served(Optional.empty()).entries())
        .noneMatch(entry -> entry.cell().isLeftOut());
    BroughtServer server = BroughtServer.process(List.of("node", "server.js"));
    List<Cell> served =
        drawn.served(Optional.of(server)).entries().stream().map(Programme.Entry::cell).toList();
    assertThat(served.get(0).isLeftOut()).isFalse();
    assertThat(served.get(1).because()).contains("knows no redis-streams; its system.yaml");
    assertThat(served)
        .allSatisfy(cell -> assertThat(cell.system().server().brought()).contains(server));
  }

  @Test
  void aMatrixThatNamesNoScenarioOfOursIsRefused() {
    Matrix wrong = Matrices.of(Matrices.cell("one", "rooom"));
    assertThatThrownBy(() -> Programme.of(wrong, catalogue, List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("cell one: there is no scenario rooom; did you mean room?");
  }

  private List<String> drawn(String... only) {
    return Programme.of(matrix, catalogue, List.of(only)).entries().stream()
        .map(
            entry ->
                "%s: %s"
                    .formatted(
                        entry.cell().name(),
                        entry.scenarios().stream().map(scenario -> scenario.id()).toList()))
        .toList();
  }
}
