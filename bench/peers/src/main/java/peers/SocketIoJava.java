package peers;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.json.JSONObject;

/** socket.io-client-java, with a dispatcher that lets it open more than 64 WebSockets. */
public final class SocketIoJava {
  private static final int MANY = 100_000;
  private static final Tally TALLY = new Tally();

  private SocketIoJava() {}

  public static void main(String[] args) throws IOException {
    TALLY.listen(SocketIoJava::connect);
    System.exit(0);
  }

  private static void connect() {
    String[] nodes = System.getenv("NODES").split(",");
    int clients = Integer.parseInt(System.getenv("CLIENTS"));
    int rooms = Integer.parseInt(System.getenv("ROOMS"));
    Dispatcher dispatcher =
        new Dispatcher(
            new ThreadPoolExecutor(0, MANY, 60, TimeUnit.SECONDS, new SynchronousQueue<>()));
    dispatcher.setMaxRequests(MANY);
    dispatcher.setMaxRequestsPerHost(MANY);
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    for (int i = 0; i < clients; i++) {
      IO.Options options =
          IO.Options.builder()
              .setForceNew(true)
              .setTransports(new String[] {"websocket"})
              .setAuth(Map.of("user", "user-" + i))
              .build();
      options.callFactory = http;
      options.webSocketFactory = http;
      Socket socket = IO.socket(URI.create(nodes[i % nodes.length]), options);
      CountDownLatch in = new CountDownLatch(1);
      String room = "org:o" + i % rooms;
      socket.once(
          Socket.EVENT_CONNECT,
          any ->
              socket.emit(
                  "room_subscribe",
                  new Object[] {room},
                  (io.socket.client.Ack) answer -> in.countDown()));
      socket.on("roll", message -> TALLY.arrived(((JSONObject) message[0]).optString("roll")));
      socket.connect();
      try {
        if (!in.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("client " + i + " did not get in");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    System.out.println("ready " + clients);
  }
}
