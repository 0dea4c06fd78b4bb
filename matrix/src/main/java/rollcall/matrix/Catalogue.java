package rollcall.matrix;

import static java.util.Comparator.comparing;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.junit.Scenario;

/** Every scenario there is, in the order of their ids. */
public final class Catalogue {
  private final List<Scenario> scenarios;

  private Catalogue(Collection<Class<?>> rows) {
    scenarios =
        rows.stream()
            .flatMap(row -> methods(row).stream())
            .map(Scenario::of)
            .sorted(comparing(Scenario::id))
            .toList();
    Set<String> ids = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!ids.add(scenario.id())) {
        throw new IllegalStateException(
            "two scenarios are called %s; one is %s".formatted(scenario.id(), scenario.method()));
      }
    }
  }

  /** All of the class path below this package. */
  public static Catalogue below(String packageName) {
    return new Catalogue(
        ReflectionSupport.findAllClassesInPackage(
            packageName, type -> type.isAnnotationPresent(Row.class), name -> true));
  }

  static Catalogue of(Class<?>... rows) {
    return new Catalogue(List.of(rows));
  }

  private static List<Method> methods(Class<?> row) {
    return ReflectionSupport.findMethods(row, Scenario::isOne, HierarchyTraversalMode.TOP_DOWN);
  }

  public List<Scenario> scenarios() {
    return scenarios;
  }

  /** Every row and every id: what {@code --only} and a matrix may name. */
  Set<String> names() {
    Set<String> names = scenarios.stream().map(Scenario::id).collect(Collectors.toSet());
    scenarios.forEach(scenario -> names.add(scenario.row()));
    return new TreeSet<>(names);
  }
}
