package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.RedisClient;

/**
 * What an outage may cost, by adapter, Redis client and fault; from the documents of the adapters
 * and clients, and not from what was measured. What it does not allow may not be lost in any phase.
 */
final class LossTable {
  /** A node without an adapter that hears from Redis is subscribed to it too. */
  private static final Set<Adapter> PUB_SUB =
      Set.of(Adapter.NONE, Adapter.REDIS, Adapter.REDIS_SHARDED);

  private static final Set<Adapter> ADAPTERS_PUB_SUB = Set.of(Adapter.REDIS, Adapter.REDIS_SHARDED);
  private static final Set<Adapter> STREAMS = Set.of(Adapter.REDIS_STREAMS);
  private static final Set<Adapter> ANY = Set.of(Adapter.values());

  /**
   * Both clients are told to refuse what they cannot send and to send nothing twice, so that no
   * line differs between them; and a node emits to its own clients whether Redis takes a message or
   * not.
   */
  private static final Set<RedisClient> EITHER = Set.of(RedisClient.values());

  private static final List<Line> LINES =
      List.of(
          // Pub/sub keeps nothing for who is not subscribed at that moment. A stream is gone with a
          // Redis that saves nothing, and what a node cannot write to it is refused.
          line(ANY, Trouble.REDIS_KILLED, MayLose.BETWEEN_NODES),
          line(ANY, Trouble.CONNECTIONS_CUT, MayLose.BETWEEN_NODES),
          // The replica copies without the primary waiting for it: also a stream's last entries.
          line(ANY, Trouble.PRIMARY_KILLED, MayLose.BETWEEN_NODES),
          // What a frozen Redis was sent waits in its kernel. It is lost where a node gives the
          // connection up as silent, which nothing sensible does within a second.
          line(ANY, Trouble.REDIS_PAUSED_BRIEFLY, MayLose.NOTHING),
          line(ANY, Trouble.REDIS_PAUSED, MayLose.BETWEEN_NODES),
          // Redis refuses what would take memory: passing a message on takes none for long, keeping
          // it in a stream does.
          line(PUB_SUB, Trouble.REDIS_FULL, MayLose.NOTHING),
          line(STREAMS, Trouble.REDIS_FULL, MayLose.BETWEEN_NODES),
          // Redis throws away what it kept for the one that it cuts off; a stream it keeps.
          line(ADAPTERS_PUB_SUB, Trouble.NODE_CUT_OFF, MayLose.AT_THE_NODE),
          line(STREAMS, Trouble.NODE_CUT_OFF, MayLose.NOT_FROM_OTHER_NODES),
          // The other nodes do not pass through the link that is faulted.
          line(PUB_SUB, Trouble.LINK_SEVERED, MayLose.AT_THE_NODE),
          line(PUB_SUB, Trouble.LINK_BLACKHOLED, MayLose.AT_THE_NODE),
          line(PUB_SUB, Trouble.LINK_STALLED, MayLose.AT_THE_NODE),
          // What the others wrote to the stream waits there for a node that is away.
          line(STREAMS, Trouble.LINK_SEVERED, MayLose.NOT_FROM_OTHER_NODES),
          line(STREAMS, Trouble.LINK_BLACKHOLED, MayLose.NOT_FROM_OTHER_NODES),
          line(STREAMS, Trouble.LINK_STALLED, MayLose.NOT_FROM_OTHER_NODES));

  private LossTable() {}

  /** What happens to Redis, or to one node's link to it. */
  enum Trouble {
    REDIS_KILLED("Redis down"),
    PRIMARY_KILLED("primary down"),
    REDIS_PAUSED_BRIEFLY("Redis frozen"),
    REDIS_PAUSED("Redis frozen"),
    CONNECTIONS_CUT("connections cut"),
    REDIS_FULL("Redis full"),
    NODE_CUT_OFF("cut off by Redis"),
    LINK_SEVERED("link to Redis severed"),
    LINK_BLACKHOLED("link to Redis blackholed"),
    LINK_STALLED("link to Redis stalled");

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private final String meanwhile;

    Trouble(String meanwhile) {
      this.meanwhile = meanwhile;
    }

    /**
     * What it was, given how long it really lasted: a node may give a Redis up as silent that is
     * frozen for longer than this.
     */
    Trouble that(Duration lasted) {
      return this == REDIS_PAUSED_BRIEFLY && lasted.compareTo(BRIEFLY) > 0 ? REDIS_PAUSED : this;
    }

    /** What is so while it lasts, as a chart says it. */
    String meanwhile() {
      return meanwhile;
    }

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
    AT_THE_NODE,
    /** As at the node, save what entered at another node and is for its clients. */
    NOT_FROM_OTHER_NODES;

    boolean allows(Way way, String faulted) {
      boolean crosses = !way.from().equals(Optional.of(way.to()));
      return switch (this) {
        case NOTHING -> false;
        case BETWEEN_NODES -> crosses;
        case AT_THE_NODE ->
            crosses && (way.to().equals(faulted) || way.from().equals(Optional.of(faulted)));
        case NOT_FROM_OTHER_NODES ->
            AT_THE_NODE.allows(way, faulted) && way.from().map(faulted::equals).orElse(true);
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

  private record Line(
      Set<Adapter> adapters, Set<RedisClient> clients, Trouble trouble, MayLose mayLose) {}

  private static Line line(Set<Adapter> adapters, Trouble trouble, MayLose mayLose) {
    return new Line(adapters, EITHER, trouble, mayLose);
  }

  /** Empty where nothing was written down, so that nothing can be judged. */
  static Optional<MayLose> of(Adapter adapter, RedisClient client, Trouble trouble) {
    return LINES.stream()
        .filter(line -> line.adapters().contains(adapter))
        .filter(line -> line.clients().contains(client) && line.trouble() == trouble)
        .map(Line::mayLose)
        .findFirst();
  }
}
