package rollcall.matrix;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import rollcall.fixtures.junit.Scenario;
import rollcall.fixtures.junit.Stage;

/** Plays scenarios on one stage through JUnit, in a session of their own. */
final class Launch {
  private final Stage stage;
  private final Map<String, String> failures = new HashMap<>();
  private String elsewhere = "JUnit did not play it";

  Launch(Stage stage) {
    this.stage = stage;
  }

  void play(List<Scenario> scenarios) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                scenarios.stream()
                    .map(
                        scenario ->
                            selectMethod(scenario.method().getDeclaringClass(), scenario.method()))
                    .toList())
            // What a user has in junit-platform.properties is not meant for a run.
            .enableImplicitConfigurationParameters(false)
            .configurationParameter(
                MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, MethodOrderer.MethodName.class.getName())
            .build();
    try (LauncherSession session = LauncherFactory.openSession(jupiterOnly())) {
      stage.putInto(session);
      session.getLauncher().execute(request, new Failures());
    }
  }

  /** Why a scenario that left no result may have left none. */
  String because(Scenario scenario) {
    return failures.getOrDefault(scenario.method().getName(), elsewhere);
  }

  private static LauncherConfig jupiterOnly() {
    return LauncherConfig.builder()
        .enableTestEngineAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .enableLauncherDiscoveryListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .addTestEngines(new JupiterTestEngine())
        .build();
  }

  private final class Failures implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result.getThrowable().ifPresent(thrown -> keep(test, thrown));
    }

    private void keep(TestIdentifier test, Throwable thrown) {
      String what = thrown.toString();
      if (test.getSource().orElse(null) instanceof MethodSource method) {
        failures.put(method.getMethodName(), what);
      } else {
        elsewhere = what;
      }
    }
  }
}
