package rollcall.matrix.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Settings;

/** {@code ./rollcall run}: plays a matrix and says what held. */
@Command(
    name = "run",
    header = "Plays a matrix and says what held; exit 0 pass, 1 fail, 2 not answered, 3 bad input.",
    footer = {
      "",
      "Example: ./rollcall run smoke --only cross-node/polling",
      "Stopped by Ctrl-C (130) or SIGTERM (143) the report holds what was seen until then."
    })
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private PlayOptions play = new PlayOptions();

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      description = "Where each run writes its results into a folder of its own.")
  private @Nullable String out;

  @Option(
      names = "--max-time",
      paramLabel = "<duration>",
      description = "How long all may take, such as 30m; the rest counts as not answered.")
  private @Nullable String maxTime;

  @Option(names = "--fail-fast", description = "Stops at the first scenario that fails.")
  private boolean failFast;

  @Option(names = "--quiet", description = "Prints the seed and the verdict only.")
  private boolean quiet;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings =
        BadInput.with(
            () -> play.shared().settings(surroundings, own()), () -> play.programme(surroundings));
    return new Playing(surroundings, settings, play).play();
  }

  private Map<String, @Nullable Object> own() {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("out", out);
    own.put("max-time", maxTime);
    own.put("fail-fast", failFast ? true : null);
    own.put("quiet", quiet ? true : null);
    return own;
  }
}
