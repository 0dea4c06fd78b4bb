package rollcall.matrix.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.config.Settings;
import rollcall.fixtures.dialect.Transport;

/** The options of every verb that puts load on one system. */
final class LoadOptions {
  @Parameters(
      arity = "0..1",
      defaultValue = "dartwing",
      paramLabel = "<system>",
      description = "A folder of compose/, or a path to a system.yaml. Else: dartwing.")
  private String system = "dartwing";

  @Option(
      names = "--clients",
      defaultValue = "300",
      paramLabel = "<number>",
      description = "Connected clients, where they are not what is raised. Else: 300.")
  private int clients = 300;

  @Option(
      names = "--transport",
      defaultValue = "websocket",
      paramLabel = "<name>",
      description = "How clients connect: websocket, polling or upgrade. Else: websocket.")
  private Transport transport = Transport.WEBSOCKET;

  @Option(names = "--sign-off", description = "Writes sign-off.html too, for print.")
  private boolean signOff;

  @Mixin private SharedOptions shared = new SharedOptions();

  String system() {
    return system;
  }

  int clients() {
    return clients;
  }

  Transport transport() {
    return transport;
  }

  Settings settings(Surroundings surroundings) {
    Map<String, @Nullable Object> own = new HashMap<>();
    own.put("sign-off", signOff ? true : null);
    return shared.settings(surroundings, own);
  }
}
