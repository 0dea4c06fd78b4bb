package rollcall.matrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rollcall.fixtures.cluster.SystemFile;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.junit.Scenario;
import rollcall.matrix.Catalogue;
import rollcall.matrix.MatrixFile;
import rollcall.matrix.Programme;

/** The options that say what to play. */
final class PlayOptions {
  private static final String SCENARIOS = "rollcall.scenarios";

  @Parameters(
      arity = "0..1",
      defaultValue = "smoke",
      paramLabel = "<matrix>",
      description = "A matrix by name, or a file: smoke, nightly, my.yaml. Else: smoke.")
  private String matrix = "smoke";

  @Option(
      names = "--only",
      paramLabel = "<row/scenario@cell>",
      description =
          "Plays only this: a row, row/scenario, @cell, or row/scenario@cell; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--system",
      paramLabel = "<name or file>",
      description =
          "Plays every cell on this system instead of the one that the matrix names: a folder of"
              + " compose/, or a path to a system.yaml.")
  private @Nullable String system;

  @Mixin private SharedOptions shared = new SharedOptions();

  SharedOptions shared() {
    return shared;
  }

  List<String> only() {
    return only;
  }

  String matrix() {
    return matrix;
  }

  Optional<String> system() {
    return Optional.ofNullable(system);
  }

  /** The ids of all there are. */
  static List<String> scenarios() {
    return Catalogue.below(SCENARIOS).scenarios().stream().map(Scenario::id).toList();
  }

  Programme programme(Surroundings surroundings) {
    Catalogue catalogue = Catalogue.below(SCENARIOS);
    Set<String> rows =
        catalogue.scenarios().stream()
            .map(Scenario::row)
            .collect(Collectors.toCollection(HashSet::new));
    Path systems = surroundings.systems();
    MatrixFile file = new MatrixFile(surroundings.matrices(), systems, rows);
    Optional<SystemUnderTest> instead =
        BadInput.with(
            () -> named(systems),
            () -> {
              var unused = Programme.of(file.read(matrix), catalogue, only);
            });
    return Programme.of(file.read(matrix, instead), catalogue, only);
  }

  /** The matrix as its file says it. */
  String source(Surroundings surroundings) {
    Path systems = surroundings.systems();
    Path file =
        new MatrixFile(surroundings.matrices(), systems, Set.of()).file(matrix, named(systems));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read any more (%s)".formatted(e));
    }
  }

  private Optional<SystemUnderTest> named(Path systems) {
    return system().map(name -> SystemFile.read(systems, name));
  }
}
