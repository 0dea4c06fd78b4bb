package rollcall.liars;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every liar on the wire; {@code docs/liars.md} is generated from this. */
final class LiarTable {
  private static final String DELIVERY = "delivery";
  private static final String NODE = "node-2";
  private static final String ROLL = "r1-";
  private static final String WEBSOCKET = "cross-node/websocket";
  private static final String AGAIN = "subscription/again";
  private static final String KILLED = "redis-failover/killed";

  private static final List<Liar> LOSES =
      List.of(
          Liar.of("loses-one-in-a-hundred", "loses every hundredth message on one node")
              .isFoundBy(WEBSOCKET, DELIVERY, "lost", NODE, ROLL),
          Liar.of("loses-one-in-a-thousand", "loses one in a thousand on one node")
              .isFoundBy(WEBSOCKET, DELIVERY, "1 lost on node-2", ROLL),
          Liar.of("loses-the-last", "loses the last message of each publisher on one node")
              .isFoundBy(WEBSOCKET, DELIVERY, "lost on node-3", ROLL)
              .atTimes(),
          Liar.of("loses-documents", "loses what is for a document on one node")
              .isFoundBy(WEBSOCKET, DELIVERY, "lost on node-1", ROLL)
              .atTimes(),
          Liar.of("acknowledges-before-the-join", "acknowledges before the join has happened")
              .isFoundBy(AGAIN, DELIVERY, "lost", NODE, ROLL),
          Liar.of("holds-one-for-long", "hands one message on a second late")
              .isFoundBy(WEBSOCKET, DELIVERY, NODE, ROLL),
          Liar.of(
                  "is-not-subscribed",
                  "ends its subscription in Redis when a client asks for a room")
              .isFoundBy(WEBSOCKET, "acceptance", "2 of 3 subscribers", ROLL)
              .atTimes());

  private static final List<Liar> REPEATS =
      List.of(
          Liar.of("repeats-one-soon", "sends one message again after 150 ms")
              .isFoundBy(WEBSOCKET, DELIVERY, "repeated on node-2", ROLL)
              .atTimes(),
          Liar.of(
                  "repeats-one-later",
                  "sends one message again after 1.5 s, when the fence is long past")
              .isFoundBy(WEBSOCKET, DELIVERY, "repeated on node-2", ROLL),
          Liar.of("repeats-under-another-name", "sends one message again under another name")
              .isFoundBy(WEBSOCKET, DELIVERY, "repeated on node-2", "damaged on node-2", ROLL),
          Liar.of("twice-to-who-subscribed-twice", "sends twice to who subscribed twice")
              .isFoundBy("subscription/twice", DELIVERY, "repeated", NODE, ROLL),
          Liar.of("swaps-two", "sends two messages in the other order")
              .isFoundBy(WEBSOCKET, DELIVERY, "reordered", NODE, ROLL));

  private static final List<Liar> MISDELIVERS =
      List.of(
          Liar.of("to-ann-what-is-for-anna", "sends to user:ann what is for user:anna")
              .isFoundBy("targeting/twins", DELIVERY, "lost", "misdelivered", ROLL),
          Liar.of("also-to-the-twin", "sends also to users whose name begins alike")
              .isFoundBy(WEBSOCKET, DELIVERY, "misdelivered", ROLL),
          Liar.of("documents-to-everyone", "sends to everyone what is for a document")
              .isFoundBy(WEBSOCKET, DELIVERY, "misdelivered", NODE, ROLL)
              .atTimes(),
          Liar.of("delivers-what-it-refused", "refuses a message and delivers it")
              .isFoundBy(WEBSOCKET, DELIVERY, "misdelivered", ROLL),
          Liar.of("ignores-unsubscribe", "acknowledges an unsubscribe and does nothing")
              .isFoundBy(AGAIN, DELIVERY, "misdelivered", NODE, ROLL));

  private static final List<Liar> DAMAGES =
      List.of(
          Liar.of("cuts-long-texts", "cuts texts at 1,000 characters")
              .isFoundBy(WEBSOCKET, DELIVERY, "damaged on node-2", ROLL)
              .atTimes(),
          Liar.of("normalises-texts", "changes the Unicode normal form of texts")
              .isFoundBy(WEBSOCKET, DELIVERY, "damaged", NODE, ROLL),
          Liar.of("knows-no-emoji", "replaces emoji by question marks")
              .isFoundBy(WEBSOCKET, DELIVERY, "damaged on node-2", ROLL)
              .atTimes(),
          Liar.of("adds-an-argument", "adds an argument to one message")
              .isFoundBy(WEBSOCKET, DELIVERY, "damaged on node-2", ROLL),
          Liar.of("garbles-one", "sends [object Object] instead of one message")
              .isFoundBy(WEBSOCKET, DELIVERY, "lost on node-2", "garbled", ROLL),
          Liar.of("sends-nothing", "sends one message without its content")
              .isFoundBy(WEBSOCKET, DELIVERY, "lost on node-2", "garbled", ROLL)
              .atTimes());

  private static final List<Liar> CONNECTIONS =
      List.of(
          Liar.of("closes-a-socket", "closes one client's socket")
              .isFoundBy(WEBSOCKET, "connections", "1 of 27 clients", NODE, ROLL),
          Liar.of("closes-on-large-payloads", "closes the socket on a large payload")
              .isFoundBy(WEBSOCKET, "connections", "lost their connection", NODE, ROLL),
          Liar.of("drops-everybody", "closes all its clients' sockets at once")
              .isFoundBy(WEBSOCKET, "connections", "lost their connection", NODE, ROLL)
              .atTimes(),
          Liar.of("ends-itself", "ends in the midst of traffic, with exit code 0")
              .isFoundBy(WEBSOCKET, "process", "node-2 ended unasked with exit code 0", ROLL)
              .atTimes(),
          Liar.of("says-it-is-another-node", "answers which_node with another node's name")
              .isFoundBy(WEBSOCKET, "placement", NODE, "says it is node-1"),
          Liar.of("refuses-some", "refuses a message now and then")
              .isFoundBy(WEBSOCKET, "acceptance", "1 of 60", "refused", ROLL));

  private static final List<Liar> LEAVES_BEHIND =
      List.of(
          Liar.of("keeps-the-room", "keeps a document's room after the disconnect")
              .isFoundBy(
                  "cleanup/closed-tab", "census", "node-2 holds 0 sockets", "rooms more: doc:"),
          Liar.of("joins-after-the-disconnect", "joins a room for a client that is gone")
              .isFoundBy(
                  "cleanup/undecided", "census", "node-2 holds 0 sockets", "rooms more: doc:"),
          Liar.of("leaks-a-socket", "keeps every socket that was ever connected")
              .isFoundBy(
                  "cleanup/polite",
                  "census",
                  "left behind",
                  "node-2 holds",
                  "sockets (",
                  "rooms more: doc:"),
          Liar.of("hides-rooms-in-its-metrics", "reports no rooms in /metrics")
              .isFoundBy(
                  "cleanup/polite",
                  "census",
                  "do not agree: node-2 holds",
                  "by its adapter",
                  "by its /metrics"));

  private static final List<Liar> REDIS =
      List.of(
          Liar.of("does-not-resubscribe", "does not subscribe again after Redis came back")
              .isFoundBy(KILLED, DELIVERY, "lost on node-1", "through Redis", ROLL),
          Liar.of("resubscribes-twice", "subscribes twice after Redis came back")
              .isFoundBy(KILLED, DELIVERY, "repeated", "node-1", ROLL),
          Liar.of("dies-of-the-loss", "ends when it loses Redis")
              .isFoundBy(KILLED, "process", "node-1 ended unasked with exit code 3", ROLL),
          Liar.of("dies-of-a-rejected-publish", "dies of a publish that Redis did not take")
              .isFoundBy(KILLED, "process", "node-2 ended unasked with exit code 1", ROLL),
          Liar.of("drops-its-clients", "throws its clients out when it loses Redis")
              .isFoundBy(KILLED, "connections", "lost their connection", "node-1", ROLL),
          Liar.of("drops-its-clients-later", "throws its clients out 3.5 s after it has lost Redis")
              .isFoundBy(KILLED, "connections", "lost their connection", ROLL)
              .atTimes(),
          Liar.of("refuses-every-tenth", "refuses every tenth message of its clients")
              .isFoundBy(KILLED, "acceptance", "refused", ROLL),
          Liar.of("comes-back-late", "tries to reach Redis again after nine seconds")
              .isFoundBy(KILLED, "recovery", "carried nothing", "through Redis to node-1", ROLL),
          Liar.of("loses-at-home", "loses what its own clients publish while Redis is away")
              .isFoundBy(KILLED, DELIVERY, "lost", "(a client)", ROLL),
          Liar.of(
                  "forgets-its-patterns",
                  "no longer hears other nodes after Redis cut it off for its backlog")
              .isFoundBy("redis-failover/cut-off", DELIVERY, "lost", "(a client)", ROLL),
          Liar.of("writes-before-it-publishes", "notes in Redis what it is to publish")
              .isFoundBy("redis-failover/full", DELIVERY, "lost", ROLL));

  private static final List<Liar> ROWS =
      List.of(
          Liar.of("cuts-bytes", "sends one byte less of what is binary")
              .isFoundBy("cross-node/adapter-protocol", DELIVERY, "damaged", NODE, ROLL),
          Liar.of("loses-sync-rooms", "loses what is for a sync room on one node")
              .isFoundBy("cross-node/kinds", DELIVERY, "lost", "node-3", ROLL),
          Liar.of("loses-the-large", "loses what is larger than 500 kB on one node")
              .isFoundBy("cross-node/sizes", DELIVERY, "lost", NODE, ROLL),
          Liar.of("refuses-a-subscription", "refuses the third subscription")
              .isFoundBy(AGAIN, "refusal", "full"),
          Liar.of(
                  "ignores-unsubscribe-and-falls-silent",
                  "ignores an unsubscribe, and answers no subscription after it")
              .isFoundBy(AGAIN, DELIVERY, "misdelivered", NODE, ROLL)
              .atTimes(),
          Liar.of(
                  "loses-some-before-its-restart",
                  "loses twenty messages before it is restarted, which breaks every socket")
              .isFoundBy("maintenance/rolling-restart", DELIVERY, "lost on node-3", ROLL),
          Liar.of("takes-long-to-let-in", "lets clients into a room after eight seconds")
              .isFoundBy(
                  "maintenance/rolling-restart", "comeback", "not back within", "node-", ROLL),
          Liar.of(
                  "drops-everybody-when-a-peer-goes",
                  "closes all its clients' sockets when another node goes")
              .isFoundBy(
                  "maintenance/rolling-restart",
                  "connections",
                  "lost their connection",
                  "on node-",
                  ROLL),
          Liar.of(
                  "listens-late-after-its-restart",
                  "answers at once when it was restarted, and subscribes eight seconds later")
              .isFoundBy(
                  "maintenance/rolling-restart",
                  "healing",
                  "every node listens in Redis, for 5.0 s"),
          Liar.of("turns-away-the-later", "refuses every subscription after its 400th")
              .isFoundBy("reconnect-storm/severed", "comeback", "refused", NODE, ROLL),
          Liar.of("refuses-who-comes-later", "lets nobody in any more once a message has come")
              .isFoundBy("maintenance/rolling-restart", "comeback", "not back within", "HTTP 400")
              .atTimes(),
          Liar.of("freezes-now-and-then", "freezes for a second of every ten")
              .isFoundBy("high-volume/three-seconds", "latency", "p99 is")
              .atTimes(),
          Liar.of("blocks-every-second", "keeps its event loop busy for 0.3 s of each second")
              .isFoundBy("high-volume/three-seconds", "latency", "p99 is"));

  private LiarTable() {}

  static List<Liar> all() {
    return Stream.of(LOSES, REPEATS, MISDELIVERS, DAMAGES, CONNECTIONS, LEAVES_BEHIND, REDIS, ROWS)
        .flatMap(List::stream)
        .toList();
  }

  /** The page as it has to be. */
  static String page() {
    return """
        # Liars

        This page is generated from the code; a test compares them.

        Each of these is a real server, Dartwing's own with one defect, and each is found out: the named scenario ends in FAIL, with a finding of the named probe that says all these words.
        Every run of the tests plays those with a ✓; `bench/liars` plays all of them through the command line, with `--node-command` and on shorter promises, and `bench/liars --smoke` the whole of smoke on each.

        | liar | defect | scenario | probe | its finding says | ✓ |
        | --- | --- | --- | --- | --- | --- |
        %s

        These are servers of the other systems, found out by their own promises; every run of the tests plays them.

        | system | liar | defect | scenario | probe | its finding says |
        | --- | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(
            all().stream().map(LiarTable::line).collect(Collectors.joining("\n")),
            SystemLiarTable.lines());
  }

  private static String line(Liar liar) {
    return "| `%s` | %s | `%s` | %s | %s | %s |"
        .formatted(
            liar.lie(),
            liar.defect(),
            liar.scenario(),
            liar.probe(),
            liar.words().stream().map("`%s`"::formatted).collect(Collectors.joining(" ")),
            liar.always() ? "✓" : "");
  }
}
