package rollcall.matrix.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import rollcall.fixtures.config.Home;
import rollcall.matrix.Story;

/**
 * What a command finds around itself.
 *
 * @param folder where the user stands
 * @param terminal whether {@code out} is one
 */
record Surroundings(
    Path home,
    Path folder,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    boolean terminal) {

  /** The property by which the launcher says that it writes to a terminal. */
  private static final String TERMINAL = "rollcall.terminal";

  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings real() {
    return new Surroundings(
        Home.find(),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean(TERMINAL));
  }

  Path systems() {
    return home.resolve("compose");
  }

  Path matrices() {
    return home.resolve("matrix");
  }

  Story.Manner manner(boolean quiet) {
    boolean live =
        terminal && !isSet("CI") && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Story.Manner(live, live && !isSet("NO_COLOR"), quiet);
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
