package rollcall.liars;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.cluster.ClusterPlan;
import rollcall.fixtures.cluster.LinkPlace;
import rollcall.fixtures.cluster.RedisMode;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.cluster.Topology;
import rollcall.fixtures.config.Home;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Scenario;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stage;
import rollcall.fixtures.junit.Stop;
import rollcall.fixtures.provider.ProcessesProvider;
import rollcall.fixtures.provider.RunRegistry;
import rollcall.fixtures.provider.RunScope;

/** Cells of one scenario on nodes of Dartwing that tell one lie. */
final class LyingCells implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final RunScope run;
  private final ProcessesProvider provider;
  private final AtomicInteger played = new AtomicInteger();
  private final LyingSystems systems = new LyingSystems();

  LyingCells(Path folder) {
    this.folder = folder;
    this.run = RunScope.open(new RunRegistry(folder.resolve("state")), ProcessesProvider.NAME);
    this.provider = new ProcessesProvider(run);
  }

  /** Everything that is found by this scenario while the nodes lie so. */
  Verdicts play(String lie, String id) {
    String name = "%s-%s-%d".formatted(lie, id.replace('/', '-'), played.incrementAndGet());
    return play(plan(name, lie), id);
  }

  /** The same on another system, on its own topology. */
  Verdicts play(String system, String lie, String id) {
    return play(planOf(system, lie), id);
  }

  private Verdicts play(ClusterPlan plan, String id) {
    Method scenario = method(id);
    Verdicts verdicts = new Verdicts();
    try (LauncherSession session = LauncherFactory.openSession()) {
      new Stage(provider, plan, new Seed(7), LIMIT, verdicts, new Stop()).putInto(session);
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectMethod(scenario.getDeclaringClass(), scenario))
                  .build());
    }
    return verdicts;
  }

  private static Method method(String id) {
    return ReflectionSupport.findAllClassesInPackage(
            "rollcall.scenarios", type -> type.isAnnotationPresent(Row.class), name -> true)
        .stream()
        .flatMap(row -> Arrays.stream(row.getDeclaredMethods()))
        .filter(one -> Scenario.isOne(one) && Scenario.of(one).id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + id));
  }

  private ClusterPlan plan(String name, String lie) {
    return new ClusterPlan(
        SystemFile.read(Home.find().resolve("compose"), "dartwing"),
        new Topology(3, Adapter.REDIS, RedisMode.STANDALONE, List.of(Balancer.NODE_PROXY)),
        Set.of(LinkPlace.CLIENT_ENTRANCE),
        Map.of("NODE_OPTIONS", "--require \"%s\"".formatted(preload()), "LIE", lie),
        folder.resolve("logs-" + name));
  }

  private ClusterPlan planOf(String name, String lie) {
    Path lies = preload().resolveSibling("systems");
    SystemUnderTest system = systems.read(name, lies.resolve(name).resolve(lie));
    return new ClusterPlan(
        system,
        system.topology(),
        Set.of(),
        Map.of(
            "NODE_OPTIONS",
            "--require \"%s\"".formatted(lies.resolve("system-liar.js")),
            "PYTHONPATH",
            lies.resolve("python").toString(),
            "LIE",
            name + "/" + lie),
        folder.resolve("logs-%s-%s".formatted(name, lie)));
  }

  private static Path preload() {
    try {
      return Path.of(
          Objects.requireNonNull(LyingCells.class.getResource("/liars/liar.js")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    provider.close();
    run.close();
    systems.close();
  }
}
