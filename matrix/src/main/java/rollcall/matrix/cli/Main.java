package rollcall.matrix.cli;

import rollcall.fixtures.config.BadInput;

/** Where {@code ./rollcall} begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  private static int execute(String[] arguments) {
    try {
      return Rollcall.in(Surroundings.real()).execute(arguments);
    } catch (BadInput e) {
      System.err.println(e.getMessage());
      return ExitCode.BAD_INPUT.code();
    }
  }
}
