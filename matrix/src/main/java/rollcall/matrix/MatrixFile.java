package rollcall.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.SystemUnderTest;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.YamlSource;

/**
 * Reads matrices from their files, each whole and right or not at all.
 *
 * @param matrices the folder that holds {@code smoke.yaml} and the others
 * @param compose the folder that holds the systems
 * @param rows the rows of scenarios that there are: {@code cross-node}; empty when not to be
 *     checked
 */
public record MatrixFile(Path matrices, Path compose, Set<String> rows) {
  private static final String ENDING = ".yaml";
  private static final String OWN = "matrix";

  public MatrixFile {
    rows = Set.copyOf(rows);
  }

  /**
   * Reads one.
   *
   * @param wanted a matrix's name, or a path to a file
   * @throws BadInput with everything that is wrong
   */
  public Matrix read(String wanted) {
    return read(wanted, Optional.empty());
  }

  /** Reads one as if it named this system in every cell. */
  public Matrix read(String wanted, Optional<SystemUnderTest> instead) {
    Path file = file(wanted, instead);
    YamlSource source = YamlSource.read(file);
    String name = file.getFileName().toString().replaceAll("\\.ya?ml$", "");
    Matrix matrix =
        new MatrixReader(new CellReader(compose, rows, instead, beside(file)))
            .read(name, source.root().keys());
    source.finish();
    return matrix;
  }

  /**
   * The file that is meant: the system's own of that name, where one is named and has it. A name
   * that no matrix has is refused, a path is not looked at.
   */
  public Path file(String wanted, Optional<SystemUnderTest> of) {
    boolean isPath = wanted.contains("/") || wanted.endsWith(ENDING);
    Optional<Path> own =
        of.map(system -> system.folder().resolve(OWN).resolve(wanted + ENDING))
            .filter(file -> !isPath && Files.isRegularFile(file));
    if (own.isPresent()) {
      return own.get();
    }
    Path file = isPath ? Path.of(wanted) : matrices.resolve(wanted + ENDING);
    if (!isPath && !Files.isRegularFile(file)) {
      throw new BadInput(
          "matrix " + wanted, "there is none of this name" + Nearest.hint(wanted, known(of)));
    }
    return file;
  }

  /** The folder of the system whose own matrix this is, wherever that system is. */
  private static Optional<Path> beside(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
        .filter(folder -> folder.endsWith(OWN))
        .map(Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("system.yaml")));
  }

  /** The names of all matrices there are for a system, in order. */
  private List<String> known(Optional<SystemUnderTest> of) {
    Stream<String> own =
        of.map(system -> system.folder().resolve(OWN)).filter(Files::isDirectory).stream()
            .flatMap(folder -> names(folder).stream());
    return Stream.concat(names(matrices).stream(), own).sorted().distinct().toList();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .toList();
    } catch (IOException e) {
      throw new BadInput(
          folder.toString(),
          "the matrices' folder cannot be listed (%s); start Rollcall from its own folder"
              .formatted(e));
    }
  }
}
