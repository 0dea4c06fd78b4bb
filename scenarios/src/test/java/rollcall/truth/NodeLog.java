package rollcall.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rollcall.fixtures.ledger.RollNumber;

/** What a node itself noted of every copy that it was to write, by the machine's clock. */
record NodeLog(List<Entry> entries) {
  /**
   * One copy.
   *
   * @param writtenNanos 0 where it was lost on purpose
   */
  record Entry(RollNumber roll, long readNanos, long writtenNanos) {
    boolean isLost() {
      return writtenNanos == 0;
    }
  }

  NodeLog {
    entries = List.copyOf(entries);
  }

  static Path file(Path folder, String node) {
    return folder.resolve(node + ".truth");
  }

  /** Of one node; a last line that is not yet whole is left out. */
  static NodeLog of(Path folder, String node) {
    try {
      String text = Files.readString(file(folder, node));
      return new NodeLog(
          text.substring(0, text.lastIndexOf('\n') + 1).lines().map(NodeLog::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("node %s kept no log".formatted(node), e);
    }
  }

  NodeLog and(NodeLog other) {
    return new NodeLog(Stream.concat(entries.stream(), other.entries.stream()).toList());
  }

  /** Of one load's stream. */
  List<Entry> of(String run, int stream) {
    return entries.stream()
        .filter(one -> one.roll.run().equals(run) && one.roll.stream() == stream)
        .toList();
  }

  private static Entry entry(String line) {
    String[] parts = line.split(" ", -1);
    return new Entry(
        RollNumber.find(parts[0]).orElseThrow(),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]));
  }
}
