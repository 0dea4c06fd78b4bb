package rollcall.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rollcall.fixtures.config.Home;

/** A simulation of somebody else's, who has only Gatling, the protocol and a URL. */
@Tag("cluster")
@Timeout(180)
class OwnSimulationTest {
  private static final int LINES_MOST = 30;

  @TempDir private Path folder;

  @Test
  void theExampleIsShortAndIsTheOneInTheDocument() throws IOException {
    String example = Files.readString(OwnSimulation.EXAMPLE);
    assertThat(example.lines()).hasSizeLessThanOrEqualTo(LINES_MOST);
    assertThat(Files.readString(Home.find().resolve("docs/load.md")))
        .contains("```java\n" + example + "```\n");
  }

  @Test
  void showsConnectsAcknowledgementsAndDeliveriesByTheirNames() {
    try (LoadedNodes nodes = new LoadedNodes(folder, "{}")) {
      OwnSimulation.Played played = new OwnSimulation(folder).play(url(nodes));
      assertThat(played.exitCode()).as(played.output()).isZero();
      assertThat(played.output().lines().map(line -> line.replaceAll("[ |]+", " ").strip()))
          .contains(
              "> connect 31 31 0",
              "> ack room_subscribe 30 30 0",
              "> ack publish 20 20 0",
              "> delivery room 600 600 0")
          .anyMatch(line -> line.startsWith("Reports generated"));
    }
  }

  @Test
  void showsWhatWasLostAsFailedWithItsRollNumber() {
    String truth = "{\"node-2\": {\"0\": \"loses-one-in-40\"}}";
    try (LoadedNodes nodes = new LoadedNodes(folder, truth)) {
      OwnSimulation.Played played = new OwnSimulation(folder).play(url(nodes));
      assertThat(played.exitCode()).isEqualTo(2);
      NodeLog.Entry lost =
          nodes.log().entries().stream().filter(NodeLog.Entry::isLost).findFirst().orElseThrow();
      assertThat(played.output()).contains("lost: " + lost.roll());
    }
  }

  @Test
  void saysOfAnEntranceThatIsNotThereThatItIsNot() throws IOException {
    int port;
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = once.getLocalPort();
    }
    OwnSimulation.Played played = new OwnSimulation(folder).play("http://127.0.0.1:" + port);
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.output()).contains("could not connect to http://127.0.0.1:" + port);
  }

  private static String url(LoadedNodes nodes) {
    return "http://%s:%d"
        .formatted(
            nodes.cluster().entrance().address().getHostString(),
            nodes.cluster().entrance().address().getPort());
  }
}
