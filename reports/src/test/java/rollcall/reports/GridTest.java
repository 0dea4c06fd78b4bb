package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void staysOneTableWhileItFits() {
    assertThat(Grid.tables(List.of(place("one", "row", 13), place("two", "other", 13))))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.flows()).isFalse();
              assertThat(table.columns())
                  .extracting(Grid.Columns::row)
                  .containsExactly("row", "other");
              assertThat(table.lines()).hasSize(2);
              assertThat(table.lines().get(1).tiles()).hasSize(26);
              assertThat(table.lines().get(1).tiles().get(0)).as("not in this cell").isEmpty();
              assertThat(table.lines().get(1).tiles().get(13)).hasSize(1);
            });
  }

  @Test
  void putsCellsThatPlayTheSameRowsTogetherWhereItDoesNot() {
    List<Grid.Table> tables =
        Grid.tables(
            List.of(place("one", "row", 14), place("two", "other", 13), place("three", "row", 2)));
    assertThat(tables).extracting(Grid.Table::flows).containsExactly(false, false);
    assertThat(tables.get(0).lines())
        .extracting(line -> line.place().cell().name())
        .containsExactly("one", "three");
    assertThat(tables.get(1).lines()).hasSize(1);
  }

  @Test
  void listsWhatEvenOneCellHasTooMuchOf() {
    assertThat(Grid.tables(List.of(place("one", "row", 27))).get(0).flows()).isTrue();
  }

  private static Page.Place place(String name, String row, int promises) {
    CellResult cell =
        new CellResult(
            new Place(name, "dartwing", "3x redis-pubsub", "processes"),
            Standing.ASKED,
            "",
            List.of(),
            List.of(),
            new Course(Duration.ZERO, Duration.ZERO, List.of(), List.of(), List.of()),
            "");
    List<Page.Promise> all = new ArrayList<>();
    for (int i = 0; i < promises; i++) {
      ScenarioResult result =
          new ScenarioResult(
              "%s/s%d".formatted(row, i), "", Standing.ASKED, "", List.of(), Duration.ZERO, "");
      all.add(new Page.Promise("", result, Outcome.HELD, "", List.of()));
    }
    return new Page.Place("", cell, Outcome.HELD, all, false);
  }
}
