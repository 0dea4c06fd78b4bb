package rollcall.matrix.cli;

import rollcall.fixtures.provider.Sweep;

/** Says what was removed, and remembers whether everything could be. */
final class Removal {
  private final Surroundings surroundings;
  private boolean whole = true;

  Removal(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void tell(String what, Sweep.Swept swept) {
    surroundings
        .out()
        .println(
            "%s: %s"
                .formatted(
                    what,
                    swept.removed().isEmpty()
                        ? "nothing was there"
                        : String.join(", ", swept.removed())));
    swept.problems().forEach(problem -> surroundings.err().println("still there: " + problem));
    whole = whole && swept.problems().isEmpty();
  }

  int exitCode() {
    return whole ? ExitCode.PASS.code() : ExitCode.UNKNOWN.code();
  }
}
