package rollcall.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.reports.Verdict;

class HistoryTest {
  @TempDir Path folder;

  @Test
  void everyRunIsALineThatReadsBackEqual() {
    Path file = folder.resolve("deep/history.jsonl");
    History.append(file, past("one"));
    History.append(file, past("two"));

    assertThat(file).content().hasLineCount(2);
    assertThat(History.read(file).runs()).containsExactly(past("one"), past("two"));
    assertThat(History.read(file).named("two")).contains(past("two"));
  }

  @Test
  void aLineThatWasCutShortCostsOnlyItself() throws IOException {
    Path file = folder.resolve("history.jsonl");
    History.append(file, past("one"));
    Files.writeString(file, "{\"schema\":1,\"run\":\"cu", StandardOpenOption.APPEND);
    History.append(file, past("three"));

    History history = History.read(file);
    assertThat(history.runs()).containsExactly(past("one"), past("three"));
    assertThat(history.unreadable()).isEqualTo(1);
  }

  @Test
  void whereThereIsNoneThereAreNoRuns() {
    assertThat(History.read(folder.resolve("none")).runs()).isEmpty();
  }

  @Test
  void twoRunsDifferInWhatPromisesCameToAndInValues() {
    Past worse =
        new Past(
            1,
            "two",
            Instant.EPOCH,
            "m",
            "2 cores",
            Verdict.FAIL,
            Map.of("row/x@c", "broken"),
            Map.of("row/x@c: lost", new Value(40, "", false)));

    assertThat(new Comparison(past("one"), worse).lines())
        .contains(
            "  row/x@c: held, then broken", "  row/x@c: lost: 20.00, then 40.00 (+100 %, worse)");
    assertThat(new Comparison(past("one"), past("one")).lines())
        .contains("every promise came to the same", "no value differs by a tenth or more");
  }

  private static Past past(String run) {
    return new Past(
        1,
        run,
        Instant.EPOCH,
        "m",
        "2 cores",
        Verdict.PASS,
        Map.of("row/x@c", "held"),
        Map.of("row/x@c: lost", new Value(20, "", false)));
  }
}
