package rollcall.reports;

import java.nio.file.Path;
import java.time.Instant;

/** Writes two states of one run in turn until it is killed; its argument is the folder of runs. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) {
    RunRecord one = Sample.large(40);
    RunRecord other = Sample.loaded(4);
    RunFolder folder = RunFolder.create(Path.of(arguments[0]), Instant.EPOCH, "killed", "7");
    while (true) {
      folder.write(one);
      folder.write(other);
    }
  }
}
