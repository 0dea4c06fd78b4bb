package rollcall.matrix.cli;

/** What the shell is told. */
enum ExitCode {
  PASS(0, "everything that was asked held"),
  FAIL(1, "something that was asked did not hold"),
  UNKNOWN(2, "something was asked and not answered, or nothing was asked"),
  BAD_INPUT(3, "what was asked for cannot be done as written"),
  INTERRUPTED(130, "stopped by Ctrl-C; the report holds what was seen until then"),
  TERMINATED(143, "stopped by SIGTERM; the report holds what was seen until then");

  private final int code;
  private final String says;

  ExitCode(int code, String says) {
    this.code = code;
    this.says = says;
  }

  int code() {
    return code;
  }

  String says() {
    return says;
  }
}
