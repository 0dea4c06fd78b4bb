package rollcall.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rollcall.fixtures.junit.Seed;

/**
 * The commands that show something again.
 *
 * @param options those of the run that change what is played: {@code --provider}, {@code --set}
 */
public record Rerun(String matrix, Seed seed, List<String> options) {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  public Rerun {
    options = List.copyOf(options);
  }

  /** Of all of it; a whole run keeps what it was narrowed to. */
  public String run(List<String> only) {
    return command(only);
  }

  public String cell(String cell) {
    return command(List.of("@" + cell));
  }

  public String scenario(String id, String cell) {
    return command(List.of(id + "@" + cell));
  }

  private String command(List<String> only) {
    List<String> words = new ArrayList<>(List.of("./rollcall", "run", matrix));
    only.forEach(one -> words.addAll(List.of("--only", one)));
    words.addAll(List.of("--seed", seed.toString()));
    words.addAll(options);
    return words.stream().map(Rerun::quoted).collect(Collectors.joining(" "));
  }

  /** As a shell takes it for one word. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
