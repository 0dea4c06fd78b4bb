package rollcall.matrix.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./rollcall doctor}: what is here, and what to do about what is not. */
@Command(
    name = "doctor",
    header = "Says what is here, what is not, and what to do about it; exit 0 if runs can be made.",
    footer = {"", "Example: ./rollcall doctor"})
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Doctor doctor = new Doctor(surroundings.home());
    List<Doctor.Line> lines = doctor.lines();
    lines.forEach(this::print);
    @Nullable String able = doctor.able(lines);
    surroundings
        .out()
        .println(
            able == null
                ? "Nothing can run here: install Node.js 20, or start Docker."
                : "Runs can be made here with: " + able);
    return able == null ? ExitCode.UNKNOWN.code() : ExitCode.PASS.code();
  }

  private void print(Doctor.Line line) {
    surroundings
        .out()
        .println(
            "%-4s %-13s %s%s"
                .formatted(
                    line.fine() ? "ok" : "-",
                    line.what(),
                    line.seen(),
                    line.remedy().isEmpty() ? "" : "  → " + line.remedy()));
  }
}
