package rollcall.reports.history;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rollcall.reports.CellResult;
import rollcall.reports.Finding;
import rollcall.reports.Measurement;
import rollcall.reports.Outcome;
import rollcall.reports.RunRecord;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/** What of a run is compared with other runs: losses, times of recovery, percentiles, capacity. */
final class Values {
  private static final double MICROS = 1000;
  private static final double MILLIS = 1000;
  private static final double[] PERCENTILES = {50, 99, 99.9};

  /** Fewer than this many deliveries have no percentile above the 99th. */
  private static final long FEW = 10_000;

  /** Of how we measured and not of what a release may make worse. */
  private static final Pattern OF_OURS =
      Pattern.compile("^(?:round trip|broadcast to|publisher late|since sent)");

  private Values() {}

  static Map<String, String> promises(RunRecord run) {
    Map<String, String> promises = new LinkedHashMap<>();
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        promises.put(name(cell, scenario), Outcome.of(cell, scenario).words());
      }
    }
    return promises;
  }

  /** Of what was answered: a hazard says nothing about the system, and what was excused nothing. */
  static Map<String, Value> of(RunRecord run) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (CellResult cell : run.cells()) {
      for (ScenarioResult scenario : cell.scenarios()) {
        if (!isHazard(cell, scenario) && scenario.verdict() != Verdict.UNKNOWN) {
          answered(scenario, name(cell, scenario) + ": ", values);
        }
      }
    }
    return values;
  }

  private static boolean isHazard(CellResult cell, ScenarioResult scenario) {
    return cell.standing() == Standing.HAZARD || scenario.standing() == Standing.HAZARD;
  }

  private static void answered(ScenarioResult scenario, String prefix, Map<String, Value> values) {
    List<Finding> answers =
        scenario.findings().stream().filter(one -> one.verdict() != Verdict.UNKNOWN).toList();
    answers.forEach(finding -> figures(finding, prefix, values));
    if (answers.size() == scenario.findings().size()) {
      scenario.measurements().stream()
          .flatMap(measured -> measured.percentiles().stream())
          .forEach(curve -> percentiles(curve, prefix, values));
    }
  }

  private static void percentiles(
      Measurement.Curve curve, String prefix, Map<String, Value> values) {
    for (double percentile : PERCENTILES) {
      if (OF_OURS.matcher(curve.name()).find() || (percentile > 99 && curve.count() < FEW)) {
        continue;
      }
      String name = String.format(Locale.ROOT, "p%s %s", spoken(percentile), curve.name());
      curve
          .at(percentile)
          .ifPresent(micros -> values.put(prefix + name, new Value(micros / MICROS, "ms", false)));
    }
  }

  private static String spoken(double percentile) {
    return percentile == Math.rint(percentile)
        ? String.valueOf((long) percentile)
        : String.valueOf(percentile);
  }

  private static void figures(Finding finding, String prefix, Map<String, Value> values) {
    finding
        .figures()
        .forEach(
            (name, figure) ->
                kind(name, finding.probe())
                    .flatMap(kind -> number(figure).map(number -> kind.of(number)))
                    .ifPresent(value -> values.putIfAbsent(prefix + name, value)));
  }

  private record Kind(String unit, boolean more) {
    Value of(double number) {
      return new Value(number, unit, more);
    }
  }

  private static Optional<Kind> kind(String name, String probe) {
    String words = name.toLowerCase(Locale.ROOT);
    if (words.contains("capacity") || probe.equals("capacity")) {
      return words.contains("capacity") || words.endsWith("/s")
          ? Optional.of(new Kind(words.endsWith("clients") ? "" : "/s", true))
          : Optional.empty();
    }
    if (words.equals("lost") || words.endsWith(".lost")) {
      return Optional.of(new Kind("", false));
    }
    if (words.startsWith("recover") || words.startsWith("away ") || words.contains("back after")) {
      return Optional.of(new Kind("s", false));
    }
    if (words.endsWith(".all ways after ms")) {
      return Optional.of(new Kind("ms", false));
    }
    return words.matches("p(50|99) ms") ? Optional.of(new Kind("ms", false)) : Optional.empty();
  }

  private static Optional<Double> number(Object figure) {
    if (figure instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    String text = String.valueOf(figure);
    try {
      return text.startsWith("PT")
          ? Optional.of(Duration.parse(text).toMillis() / MILLIS)
          : Optional.of(Double.valueOf(text.replaceFirst(" ?m?s$", "")));
    } catch (DateTimeParseException | NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static String name(CellResult cell, ScenarioResult scenario) {
    return scenario.id() + "@" + cell.name();
  }
}
