package rollcall.matrix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rollcall.fixtures.config.Settings;

/** The options that every verb takes which looks at settings. */
final class SharedOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Option(
      names = "--provider",
      paramLabel = "<name>",
      description = "Where clusters run: auto, containers or processes.")
  private @Nullable String provider;

  @Option(
      names = "--seed",
      paramLabel = "<number>",
      description = "What all random choices come from; the same seed makes the same choices.")
  private @Nullable String seed;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description = "Any setting; may be repeated. Wins over ROLLCALL_… and rollcall.yaml.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--node-command",
      paramLabel = "<command>",
      description =
          "Starts each node with this, as a process, instead of the system's own server; see"
              + " docs/bring-your-own.md.")
  private @Nullable String nodeCommand;

  @Option(
      names = "--node-image",
      paramLabel = "<image>",
      description =
          "Starts each node from this image, in a container, instead of the system's own.")
  private @Nullable String nodeImage;

  /** What was set, from everywhere; these options and more of the verb's own win. */
  Settings settings(Surroundings surroundings, Map<String, @Nullable Object> more) {
    Map<String, String> options = new LinkedHashMap<>();
    put(options, "provider", provider);
    put(options, "seed", seed);
    put(options, "node-command", nodeCommand);
    put(options, "node-image", nodeImage);
    more.forEach((name, value) -> put(options, name, value));
    Optional<Path> file = Settings.Sources.fileIn(surroundings.folder(), surroundings.home());
    return Bringing.settled(
        Settings.read(new Settings.Sources(options, pairs, surroundings.environment(), file)));
  }

  private static void put(Map<String, String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }
}
