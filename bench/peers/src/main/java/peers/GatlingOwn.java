package peers;

import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.app.Gatling;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gatling's own WebSocket DSL; what arrives is counted in its auto-reply hook. */
public final class GatlingOwn extends Simulation {
  private static final Tally TALLY = new Tally();
  private static final String EVENT = "42[\"roll\",{\"roll\":\"";
  private static final int CLIENTS = Integer.parseInt(System.getenv("CLIENTS"));
  private static final int ROOMS = Integer.parseInt(System.getenv("ROOMS"));
  private static final String[] NODES = System.getenv("NODES").split(",");
  private static final CountDownLatch IN = new CountDownLatch(CLIENTS);

  public GatlingOwn() {
    var protocol =
        http.disableWarmUp()
            .wsAutoReplyTextFrame(
                frame -> {
                  if (frame.startsWith(EVENT)) {
                    TALLY.arrived(frame.substring(EVENT.length(), frame.indexOf('"', EVENT.length())));
                  }
                  return frame.equals("2") ? "3" : null;
                });
    var user =
        scenario("peers")
            .exec(
                session -> {
                  int i = (int) session.userId() - 1;
                  return session
                      .set("node", NODES[i % NODES.length].replace("http", "ws"))
                      .set("room", "org:o" + i % ROOMS)
                      .set("user", "user-" + i);
                })
            .exec(ws("connect").connect("#{node}/socket.io/?EIO=4&transport=websocket"))
            .exec(
                ws("join")
                    .sendText("40{\"user\":\"#{user}\"}")
                    .await(20)
                    .on(ws.checkTextMessage("joined").check(regex("40(.*)").exists())))
            .exec(
                ws("subscribe")
                    .sendText("420[\"room_subscribe\",\"#{room}\"]")
                    .await(20)
                    .on(ws.checkTextMessage("subscribed").check(regex("430(.*)").exists())))
            .exec(
                session -> {
                  IN.countDown();
                  return session;
                })
            // Its automatic answer to a ping comes too late under load, and the server gives up.
            .repeat(100)
            .on(pause(Duration.ofSeconds(3)).exec(ws("pong").sendText("3")));
    setUp(user.injectOpen(rampUsers(CLIENTS).during(3))).protocols(protocol);
  }

  public static void main(String[] args) throws IOException {
    TALLY.listen(GatlingOwn::connect);
    Runtime.getRuntime().halt(0);
  }

  private static void connect() {
    Thread gatling =
        new Thread(
            () -> {
              Gatling.main(
                  new String[] {
                    "-s", GatlingOwn.class.getName(), "-nr", "-rf", System.getenv("MESSAGES")
                  });
            });
    gatling.setDaemon(true);
    gatling.start();
    try {
      if (!IN.await(40, TimeUnit.SECONDS)) {
        throw new IllegalStateException(IN.getCount() + " did not get in");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.println("ready " + CLIENTS);
  }
}
