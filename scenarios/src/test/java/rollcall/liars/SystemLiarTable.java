package rollcall.liars;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Liars among the servers of the systems beside Dartwing, by system; each lie is a file in {@code
 * liars/systems/<system>/}.
 */
final class SystemLiarTable {
  private static final String DELIVERY = "delivery";
  private static final String REST = "rest/websocket";
  private static final String BROWSER = "browser/origins";
  private static final String HANDSHAKE = "entrance/handshake";

  private static final List<Liar> INFORMEJO =
      List.of(
          Liar.of("comments-to-everyone", "sends to everybody what is for a ticket's room")
              .isFoundBy(REST, DELIVERY, "misdelivered", "r1-"),
          Liar.of("updates-twice-to-the-room", "sends an update to everybody, and to the room")
              .isFoundBy(REST, DELIVERY, "repeated", "update-ticket", "r1-"),
          Liar.of("ticket-7-is-ticket-70", "lets who looks at ticket 70 into ticket 7 as well")
              .isFoundBy(REST, DELIVERY, "misdelivered", "r1-"),
          Liar.of("never-leaves-a-ticket", "keeps who has left a ticket's page in its room")
              .isFoundBy("rest/left", DELIVERY, "misdelivered", "r1-"),
          Liar.of("comment-under-another-name", "puts a comment's text into another field")
              .isFoundBy(REST, DELIVERY, "damaged", "comment", "r1-"),
          Liar.of("leaves-origins-to-cors", "leaves it to CORS to refuse pages of other origins")
              .isFoundBy("entrance/refused", "refusal", "another origin was let in"),
          Liar.of("listens-at-ws-only", "listens at /ws/socket.io/, and not at /socket.io/")
              .isFoundBy(HANDSHAKE, "handshake", "a node answered HTTP 404 at /socket.io/"));

  private static final List<Liar> TMS =
      List.of(
          Liar.of("conversation-to-everyone", "sends to everybody what is for a conversation")
              .isFoundBy(REST, DELIVERY, "misdelivered", "r1-"),
          Liar.of("own-instance-only", "tells of a message only those on the same instance")
              .isFoundBy(REST, DELIVERY, "lost", "r1-"),
          Liar.of("tells-before-it-is-stored", "stores a message half a second after its event")
              .isFoundBy("stored/told-after-commit", "commit", "told of before its commit"),
          Liar.of("origin-as-a-substring", "lets in whose origin has the allowed one in it")
              .isFoundBy("entrance/refused", "refusal", "an origin that begins as the allowed one"),
          Liar.of("names-another-path", "says in /health/websocket that the path is /ws/socket.io")
              .isFoundBy("entrance/answers", "answers", "/ws/socket.io", "and not 200 with"),
          Liar.of("answers-every-page", "lets the REST calls of every page in")
              .isFoundBy(BROWSER, "origins", "REST, to a page of http://elsewhere.test: HTTP 2"),
          Liar.of("tells-no-browser", "says to no browser that its page may")
              .isFoundBy(BROWSER, "origins", "REST, to a page of http://localhost:3000: no answer"),
          Liar.of("leads-to-ws-only", "leads /ws/socket.io/ to the server, and not /socket.io/")
              .isFoundBy(
                  HANDSHAKE,
                  "handshake",
                  "the entrance let no WebSocket in",
                  "HTTP 404 at /socket.io/"),
          Liar.of("listens-at-ws-only", "listens at /ws/socket.io/, and not at /socket.io/")
              .isFoundBy(
                  HANDSHAKE, "handshake", "a node let no WebSocket in", "HTTP 404 at /socket.io/"),
          Liar.of("error-after-it-was-stored", "answers every tenth message with an error")
              .isFoundBy(REST, "acceptance", "were answered with an error", "HTTP 500"));

  private static final String STORED = "stored/told-after-commit";
  private static final String APPEARANCE = "appearance";

  private static final List<Liar> RAVEN =
      List.of(
          Liar.of("every-site-hears-it", "sends to every site what is for one")
              .isFoundBy("tenants/apart", DELIVERY, "misdelivered", "r1-"),
          Liar.of("told-before-the-commit", "publishes a message, and commits it afterwards")
              .isFoundBy(STORED, "commit", "told of before its commit", "HTTP 404"),
          Liar.of("leads-to-the-web-server-only", "leads /socket.io/ to the web server too")
              .isFoundBy(HANDSHAKE, "handshake", "the entrance answered HTTP 404 at /socket.io/"),
          Liar.of("room-with-a-colon", "publishes to doc:Raven Channel:<id>, as the document says")
              .isFoundBy(STORED, APPEARANCE, "40 of 40 did not appear"),
          Liar.of("origin-as-a-substring", "lets in whose origin has the host in it")
              .isFoundBy("entrance/refused", "refusal", "origin-around-the-host was let in"));

  private static final List<Liar> NIRMAAN =
      List.of(
          Liar.of("every-site-hears-it", "sends to every site what is for one")
              .isFoundBy("tenants/apart", DELIVERY, "misdelivered", "r1-"),
          Liar.of("told-before-the-commit", "publishes an event, and commits it afterwards")
              .isFoundBy(STORED, "commit", "told of before its commit", "HTTP 404"),
          Liar.of("tells-its-colleagues", "sends to every user what is for one")
              .isFoundBy(STORED, APPEARANCE, "reached"),
          Liar.of("knows-no-amendments", "says nothing of what was amended")
              .isFoundBy(STORED, APPEARANCE, "po:amended appeared 0 times"),
          Liar.of("shows-it-for-each-handler", "shows a notification once for each handler")
              .isFoundBy("front-end/shown-once", "front-end", "40 are shown more than once"),
          Liar.of("asks-for-no-session", "lets in who has no session")
              .isFoundBy("entrance/refused", "refusal", "no-session was let in"),
          Liar.of("leaves-strangers-waiting", "neither lets in who has no session nor says so")
              .isFoundBy("entrance/refused", "refusal", "no-session was not refused"));

  private SystemLiarTable() {}

  static Map<String, List<Liar>> all() {
    return Map.of("informejo", INFORMEJO, "nirmaan", NIRMAAN, "raven", RAVEN, "tms", TMS);
  }

  static String lines() {
    return all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream().map(liar -> entry.getKey() + " " + line(liar)))
        .map("| %s"::formatted)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Liar liar) {
    return "| `%s` | %s | `%s` | %s | %s |"
        .formatted(
            liar.lie(),
            liar.defect(),
            liar.scenario(),
            liar.probe(),
            liar.words().stream().map("`%s`"::formatted).collect(Collectors.joining(" ")));
  }
}
