package rollcall.matrix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rollcall.fixtures.config.KnownSettings;
import rollcall.fixtures.config.Setting;
import rollcall.fixtures.config.Settings;

/** Which options a command has to repeat so that it shows the same again. */
final class Repeated {
  /** Those that change how a run is told or ended, not what it sees. */
  private static final Set<Setting<?>> OWN_MATTER =
      Set.of(
          KnownSettings.SEED,
          KnownSettings.OUT,
          KnownSettings.MAX_TIME,
          KnownSettings.FAIL_FAST,
          KnownSettings.QUIET,
          KnownSettings.HISTORY,
          KnownSettings.BASELINE,
          KnownSettings.SIGN_OFF);

  private Repeated() {}

  static List<String> options(Settings settings, Optional<String> system) {
    List<String> options = new ArrayList<>();
    system.ifPresent(name -> options.addAll(List.of("--system", name)));
    for (Setting<?> setting : KnownSettings.ALL) {
      Settings.Outcome outcome = settings.outcome(setting);
      if (OWN_MATTER.contains(setting) || outcome.origin().equals("default")) {
        continue;
      }
      options.addAll(
          setting.equals(KnownSettings.PROVIDER)
              ? List.of("--provider", outcome.value())
              : List.of("--set", outcome.name() + "=" + outcome.value()));
    }
    return options;
  }
}
