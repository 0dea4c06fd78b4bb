package rollcall.matrix.capacity;

import java.time.Duration;
import java.util.List;
import rollcall.fixtures.dialect.Transport;
import rollcall.fixtures.gatling.LoadOrder.Share;
import rollcall.fixtures.load.LoadPlan;

/**
 * What every step has in common, and what is raised.
 *
 * @param fanOut receivers of each message; 0 for the usual mix of users, documents and rooms
 */
public record Load(Subject subject, int clients, int perSecond, int fanOut, Transport transport) {

  /** How it is spoken of beside a figure. */
  public List<String> conditions() {
    String receivers =
        fanOut > 0
            ? "each message has %d receivers".formatted(fanOut)
            : "6 of 10 messages go to one user, 3 to a document of 10, 1 to a room of 30";
    return switch (subject) {
      case RATE -> List.of("%d clients by %s".formatted(clients, transport), receivers);
      case CLIENTS ->
          List.of("%d messages/s, clients by %s".formatted(perSecond, transport), receivers);
      case FAN_OUT ->
          List.of(
              "%d clients by %s or as many as the fan-out, %d messages/s"
                  .formatted(clients, transport, perSecond));
    };
  }

  LoadPlan at(long level, Duration length) {
    int much = Math.toIntExact(level);
    LoadPlan plan =
        switch (subject) {
          case RATE -> LoadPlan.of(clients, much, length);
          case CLIENTS -> LoadPlan.of(much, perSecond, length);
          case FAN_OUT -> LoadPlan.of(Math.max(clients, much), perSecond, length);
        };
    LoadPlan over = plan.over(transport);
    int receivers = subject == Subject.FAN_OUT ? much : fanOut;
    return receivers > 0 ? over.withMix(List.of(new Share("org", 1, receivers))) : over;
  }
}
