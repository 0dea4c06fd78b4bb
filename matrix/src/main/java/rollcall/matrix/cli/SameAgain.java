package rollcall.matrix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import rollcall.fixtures.junit.Seed;
import rollcall.matrix.Rerun;

/** The command that does the same again: as it was given, with the seed that it had. */
record SameAgain(CommandSpec spec) {
  private static final Set<String> OWN_MATTER = Set.of("--seed", "--sign-off");

  String with(Seed seed) {
    List<String> words = new ArrayList<>(List.of("./rollcall", spec.name()));
    for (ArgSpec given : spec.commandLine().getParseResult().matchedArgs()) {
      if (!(given instanceof OptionSpec option)) {
        words.addAll(given.originalStringValues());
      } else if (!OWN_MATTER.contains(option.longestName())) {
        words.addAll(words(option));
      }
    }
    words.addAll(List.of("--seed", seed.toString()));
    return words.stream().map(Rerun::quoted).collect(Collectors.joining(" "));
  }

  private static List<String> words(OptionSpec option) {
    return option.arity().max() == 0
        ? List.of(option.longestName())
        : option.originalStringValues().stream()
            .flatMap(value -> List.of(option.longestName(), value).stream())
            .toList();
  }
}
