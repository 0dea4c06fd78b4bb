package rollcall.matrix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import rollcall.fixtures.config.BadInput;
import rollcall.fixtures.config.EnvironmentException;
import rollcall.fixtures.config.Nearest;
import rollcall.reports.ResultsException;

/** Turns whatever went wrong into one message and an exit code; a trace only for who asked. */
record Complaints(Surroundings surroundings)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** Set to anything, an unexpected failure is shown with its trace. */
  private static final String DEBUG = "DEBUG";

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    surroundings.err().println(message(e));
    surroundings.err().println("See ./" + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT.code();
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      CommandLine line = e.getCommandLine();
      boolean verb = !word.startsWith("-") && !line.getSubcommands().isEmpty();
      if (!word.startsWith("-") && !verb) {
        return "%s is one word too many".formatted(word);
      }
      List<String> known = verb ? List.copyOf(line.getSubcommands().keySet()) : options(line);
      return "%s is not %s here%s"
          .formatted(word, verb ? "a verb" : "an option", Nearest.hint(word, known));
    }
    return String.valueOf(e.getMessage())
        .replaceFirst(" is not (an int|a long)$", " is no whole number, or far too great");
  }

  private static List<String> options(CommandLine line) {
    return line.getCommandSpec().options().stream().map(option -> option.longestName()).toList();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof BadInput) {
      surroundings.err().println(e.getMessage());
      return ExitCode.BAD_INPUT.code();
    }
    if (e instanceof EnvironmentException || e instanceof ResultsException) {
      surroundings.err().println("UNKNOWN  " + e.getMessage());
      return ExitCode.UNKNOWN.code();
    }
    surroundings
        .err()
        .println("UNKNOWN  Rollcall itself broke: %s%n%s".formatted(e, whereTheTraceIs(e)));
    return ExitCode.UNKNOWN.code();
  }

  private String whereTheTraceIs(Exception e) {
    java.io.StringWriter trace = new java.io.StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    if (!surroundings.environment().getOrDefault(DEBUG, "").isEmpty()) {
      return trace.toString();
    }
    try {
      Path file = Files.createTempFile("rollcall-trace-", ".txt");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      return "Its trace is in %s; please report it.".formatted(file);
    } catch (IOException unwritable) {
      return "Its trace cannot be written: %s; run again with DEBUG=1.".formatted(unwritable);
    }
  }
}
