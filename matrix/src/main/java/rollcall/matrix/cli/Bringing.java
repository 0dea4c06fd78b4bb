package rollcall.matrix.cli;

import java.util.Optional;
import rollcall.fixtures.cluster.BroughtServer;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Form;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.KnownSettings.ProviderChoice;
import rollcall.fixtures.config.Setting;
import rollcall.fixtures.config.Settings;

/** What it means that somebody brings a server along. */
final class Bringing {
  private Bringing() {}

  /** The server that is brought along; empty where the system's own is played. */
  static Optional<BroughtServer> server(Settings settings) {
    return settings
        .of(KnownSettings.NODE_COMMAND)
        .map(BroughtServer::process)
        .or(() -> settings.of(KnownSettings.NODE_IMAGE).map(BroughtServer::container));
  }

  /**
   * The settings with the one provider that can start that server.
   *
   * @throws BadInput where another one was asked for
   */
  static Settings settled(Settings settings) {
    boolean command = settings.of(KnownSettings.NODE_COMMAND).isPresent();
    boolean image = settings.of(KnownSettings.NODE_IMAGE).isPresent();
    if (command && image) {
      throw new BadInput(
          "node-command and node-image", "are two servers for the same nodes; keep one");
    }
    if (command) {
      return on(ProviderChoice.PROCESSES, KnownSettings.NODE_COMMAND, settings);
    }
    return image ? on(ProviderChoice.CONTAINERS, KnownSettings.NODE_IMAGE, settings) : settings;
  }

  private static Settings on(ProviderChoice needed, Setting<?> because, Settings settings) {
    ProviderChoice wanted = settings.of(KnownSettings.PROVIDER);
    if (wanted == needed) {
      return settings;
    }
    if (wanted == ProviderChoice.AUTO) {
      return settings.with(KnownSettings.PROVIDER, Form.spelling(needed), "by " + because.name());
    }
    throw new BadInput(
        because.name(),
        "is for %s, and the provider is %s (%s); leave --provider out, or give %s"
            .formatted(
                Form.spelling(needed),
                Form.spelling(wanted),
                settings.outcome(KnownSettings.PROVIDER).origin(),
                because.equals(KnownSettings.NODE_COMMAND) ? "--node-image" : "--node-command"));
  }
}
