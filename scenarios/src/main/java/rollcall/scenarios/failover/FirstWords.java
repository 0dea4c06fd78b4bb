package rollcall.scenarios.failover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.fixtures.cluster.Node;

/**
 * When each node first wrote to its log after a moment: the one sign of having noticed something
 * that needs no knowledge of the system. A figure, and not judged.
 */
final class FirstWords {
  private final List<Node> nodes;
  private final long sinceNanos;
  private final Map<Node, Long> sizes = new HashMap<>();
  private final Map<Node, Duration> spoke = new HashMap<>();

  FirstWords(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
    nodes.forEach(node -> sizes.put(node, size(node)));
    this.sinceNanos = System.nanoTime();
  }

  void look() {
    for (Node node : nodes) {
      if (!spoke.containsKey(node) && size(node) > sizes.getOrDefault(node, 0L)) {
        spoke.put(node, Duration.ofNanos(System.nanoTime() - sinceNanos));
      }
    }
  }

  Optional<Duration> of(Node node) {
    return Optional.ofNullable(spoke.get(node));
  }

  private static long size(Node node) {
    try {
      return Files.exists(node.log()) ? Files.size(node.log()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + node.log(), e);
    }
  }
}
