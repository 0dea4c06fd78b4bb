package rollcall.matrix.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that clusters are made of.
 *
 * @param flag makes it print its version
 * @param least the oldest major version that will do
 * @param remedy what to do where it is missing
 */
record Tool(String name, String flag, int least, String remedy) {
  static final List<Tool> ALL =
      List.of(
          new Tool("node", "--version", 20, "install Node.js 20 or later (https://nodejs.org)"),
          new Tool("npm", "--version", 1, "install npm; it comes with Node.js"),
          new Tool("docker", "--version", 1, "install Docker to run clusters in containers"),
          new Tool(
              "redis-server",
              "--version",
              6,
              "none needed: the one shipped with Rollcall (6.2) is used; for sharded pub/sub"
                  + " install redis-server 7"),
          new Tool(
              "nginx",
              "-v",
              1,
              "install nginx (Debian: apt-get install nginx) for cells that" + " name it"),
          new Tool(
              "haproxy",
              "-v",
              2,
              "install haproxy (Debian: apt-get install haproxy) for cells" + " that name it"));

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)+");

  /** Where servers are installed though a user's PATH often leaves these out. */
  private static final List<String> BESIDE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

  /** Its version as it says itself; empty where it is not there or says nothing. */
  Optional<String> version() {
    return place().flatMap(this::ask);
  }

  /** Whether this version will do. */
  boolean suffices(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.find() && Integer.parseInt(matcher.group(1)) >= least;
  }

  private Optional<Path> place() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), BESIDE_PATH.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<String> ask(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), flag).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(said);
      return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
