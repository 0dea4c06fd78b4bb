package rollcall.matrix.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;

/** The command without a verb: says what there is. */
@Command(
    name = "rollcall",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      LoadCommand.class,
      CapacityCommand.class,
      UpCommand.class,
      DownCommand.class,
      DoctorCommand.class,
      SweepCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      TrendCommand.class,
      VerifyCommand.class
    },
    synopsisSubcommandLabel = "<verb>",
    header = "Puts a Socket.IO cluster through what production does to it, and tells what held.",
    footer = {"", "Example: ./rollcall run smoke", "Of a verb: ./rollcall run --help"})
final class Rollcall implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static CommandLine in(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Rollcall(), new Verbs(surroundings));
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new Complaints(surroundings));
    line.setExecutionExceptionHandler(new Complaints(surroundings));
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.BAD_INPUT.code();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Each verb is made with what it finds around itself. */
  private record Verbs(Surroundings surroundings) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Surroundings.class) {
          return type.cast(constructor.newInstance(surroundings));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
