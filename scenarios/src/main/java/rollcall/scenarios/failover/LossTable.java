package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rollcall.fixtures.cluster.Adapter;

/**
 * What an outage may cost, by adapter, Redis client and fault; from the documents of the adapters
 * and clients, and not from what was measured. What it does not allow may not be lost in any phase.
 */
final class LossTable {
  private static final List<Line> LINES =
      List.of(
          // Classic pub/sub: Redis keeps nothing for who is not subscribed at that moment, and a
          // node emits to its own clients whether Redis takes the message or not.
          line(Trouble.REDIS_KILLED, MayLose.BETWEEN_NODES),
          line(Trouble.CONNECTIONS_CUT, MayLose.BETWEEN_NODES),
          // What a frozen Redis was sent waits in its kernel. It is lost where a node gives the
          // connection up as silent, which nothing sensible does within a second.
          line(Trouble.REDIS_PAUSED_BRIEFLY, MayLose.NOTHING),
          line(Trouble.REDIS_PAUSED, MayLose.BETWEEN_NODES),
          // Redis refuses what would take memory, and passing a message on takes none for long.
          line(Trouble.REDIS_FULL, MayLose.NOTHING),
          // Redis throws away what it kept for the one that it cuts off.
          line(Trouble.NODE_CUT_OFF, MayLose.AT_THE_NODE),
          // The other nodes do not pass through the link that is faulted.
          line(Trouble.LINK_SEVERED, MayLose.AT_THE_NODE),
          line(Trouble.LINK_BLACKHOLED, MayLose.AT_THE_NODE),
          line(Trouble.LINK_STALLED, MayLose.AT_THE_NODE));

  private LossTable() {}

  /** What a node talks to Redis with. */
  enum RedisClient {
    NODE_REDIS
  }

  /** What happens to Redis, or to one node's link to it. */
  enum Trouble {
    REDIS_KILLED,
    REDIS_PAUSED_BRIEFLY,
    REDIS_PAUSED,
    CONNECTIONS_CUT,
    REDIS_FULL,
    NODE_CUT_OFF,
    LINK_SEVERED,
    LINK_BLACKHOLED,
    LINK_STALLED;

    /** Whether messages must show something of it: otherwise there was none. */
    boolean showsFor(Duration lasts) {
      return !lasts.isZero() && this != REDIS_FULL;
    }
  }

  /** Where messages sent during an outage may be lost. */
  enum MayLose {
    NOTHING,
    /** Everywhere but at the clients of the node that they entered at. */
    BETWEEN_NODES,
    /** As between nodes, where one of them is the faulted one. */
    AT_THE_NODE;

    boolean allows(Way way, String faulted) {
      boolean crosses = !way.from().equals(Optional.of(way.to()));
      return switch (this) {
        case NOTHING -> false;
        case BETWEEN_NODES -> crosses;
        case AT_THE_NODE ->
            crosses && (way.to().equals(faulted) || way.from().equals(Optional.of(faulted)));
      };
    }
  }

  /**
   * The way of a message.
   *
   * @param from the node that it enters at; empty where it is published to Redis from outside
   * @param to the node whose clients it is for
   */
  record Way(Optional<String> from, String to) {
    @Override
    public String toString() {
      return from.map(node -> "by a client on " + node).orElse("through Redis") + " to " + to;
    }
  }

  private record Line(Adapter adapter, RedisClient client, Trouble trouble, MayLose mayLose) {}

  private static Line line(Trouble trouble, MayLose mayLose) {
    return new Line(Adapter.REDIS, RedisClient.NODE_REDIS, trouble, mayLose);
  }

  /** Empty where nothing was written down, so that nothing can be judged. */
  static Optional<MayLose> of(Adapter adapter, RedisClient client, Trouble trouble) {
    return LINES.stream()
        .filter(line -> line.adapter() == adapter)
        .filter(line -> line.client() == client && line.trouble() == trouble)
        .map(Line::mayLose)
        .findFirst();
  }
}
