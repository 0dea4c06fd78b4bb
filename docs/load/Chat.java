import static io.gatling.javaapi.core.CoreDsl.*;
import static rollcall.fixtures.gatling.SocketIo.*;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.stream.IntStream;

public final class Chat extends Simulation {
  {
    var names = IntStream.range(0, 30).mapToObj(n -> java.util.Map.<String, Object>of("me", "u" + n));
    var listeners = scenario("listeners")
        .feed(names.iterator())
        .exec(connect("#{me}"))
        .exec(emit("room_subscribe", "\"room:lobby\"").enters("lobby"))
        .exec(expect(20))
        .exec(disconnect());
    var speaker = scenario("speaker")
        .exec(session -> session.set("me", "speaker"))
        .exec(connect("#{me}"))
        .pause(3)
        .repeat(20).on(
            emit("publish", "{\"room\": \"room:lobby\"}", "\"say\"", "{\"roll\": \"#{roll}\"}")
                .acknowledged().reaches("lobby"))
        .exec(callTheRoll().within(Duration.ofSeconds(5)))
        .exec(disconnect());
    setUp(listeners.injectOpen(rampUsers(30).during(2)), speaker.injectOpen(atOnceUsers(1)))
        .protocols(socketIo(System.getProperty("url")).auth("user", "#{me}"))
        .assertions(global().failedRequests().count().is(0L));
  }
}
