package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import javax.tools.ToolProvider;
import rollcall.fixtures.config.Home;

/** The example of docs/load.md, compiled and played with Gatling and the protocol alone. */
record OwnSimulation(Path folder) {
  static final Path EXAMPLE = Home.find().resolve("docs/load/Chat.java");

  /** What the protocol has no use for: a cluster of ours, Docker, the clients of others. */
  private static final List<String> NOT_NEEDED =
      List.of("testcontainers", "docker", "embedded-redis", "okhttp", "socket/", "junit");

  /**
   * What came of it.
   *
   * @param output what Gatling said
   */
  record Played(int exitCode, String output) {}

  Played play(String url) {
    String classPath = classPath();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), EXAMPLE.toString());
    assertThat(compiled).as("compiling %s", EXAMPLE).isZero();
    Path output = folder.resolve("output.txt");
    try {
      Process gatling =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "--add-opens=java.base/java.lang=ALL-UNNAMED",
                  "-Durl=" + url,
                  "-Dgatling.data.enableAnalytics=false",
                  "-Dgatling.ssl.useOpenSsl=false",
                  "-Djava.util.prefs.userRoot=" + folder,
                  "-cp",
                  folder + File.pathSeparator + classPath,
                  "io.gatling.app.Gatling",
                  "-s",
                  "Chat",
                  "-rf",
                  folder.resolve("results").toString())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = gatling.waitFor(60, TimeUnit.SECONDS);
      gatling.destroyForcibly();
      String said = Files.readString(output);
      assertThat(ended).as("Gatling ended within a minute: %s", said).isTrue();
      return new Played(gatling.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String classPath() {
    Path fixtures = Home.find().resolve("fixtures/target");
    List<String> entries = new ArrayList<>();
    entries.add(fixtures.resolve("classes").toString());
    try (JarFile jar = new JarFile(fixtures.resolve("load/rollcall-load.jar").toFile())) {
      var named = jar.getManifest().getMainAttributes();
      String repository = named.getValue("Local-Repository");
      Arrays.stream(named.getValue("Class-Path").split(" ", -1))
          .filter(entry -> !entry.startsWith("rollcall/"))
          .filter(entry -> NOT_NEEDED.stream().noneMatch(entry::contains))
          .forEach(entry -> entries.add(Path.of(repository, entry).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(File.pathSeparator, entries);
  }
}
