package rollcall.matrix;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rollcall.fixtures.config.Form;
import rollcall.fixtures.config.Keys;
import rollcall.fixtures.config.Nearest;
import rollcall.fixtures.config.Value;
import rollcall.fixtures.config.YamlSource;
import rollcall.reports.CellResult;
import rollcall.reports.Finding;
import rollcall.reports.ScenarioResult;
import rollcall.reports.Standing;
import rollcall.reports.Verdict;

/**
 * What is known to fail: it is shown as that and does not fail a run, until its day; and what is
 * known and does not fail any more is said.
 */
public final class KnownFailures {
  private static final Form<LocalDate> DATE =
      new Form<>("a date such as 2027-01-31", KnownFailures::date, text -> "", LocalDate.EPOCH);

  private final List<KnownFailure> known;
  private final LocalDate today;
  private final Set<KnownFailure> played = new HashSet<>();
  private final Set<KnownFailure> failed = new HashSet<>();

  KnownFailures(List<KnownFailure> known, LocalDate today) {
    this.known = List.copyOf(known);
    this.today = today;
  }

  public static KnownFailures none() {
    return new KnownFailures(List.of(), LocalDate.EPOCH);
  }

  /**
   * Reads them from a file.
   *
   * @param scenarios the ids of all that there are
   * @throws rollcall.fixtures.config.BadInput with everything that is wrong
   */
  public static KnownFailures read(Path file, Collection<String> scenarios, LocalDate today) {
    YamlSource source = YamlSource.read(file);
    List<KnownFailure> known =
        source.root().keys().need("known-failures").list().stream()
            .map(value -> one(value.keys(), scenarios))
            .toList();
    source.finish();
    return new KnownFailures(known, today);
  }

  private static KnownFailure one(Keys keys, Collection<String> scenarios) {
    Value scenario = keys.need("scenario");
    String id = scenario.text();
    if (!id.isEmpty() && !scenarios.contains(id)) {
      scenario.problem("there is no scenario %s%s".formatted(id, Nearest.hint(id, scenarios)));
    }
    return new KnownFailure(
        id,
        keys.find("cell").map(Value::text).orElse(""),
        keys.find("probe").map(Value::text).orElse(""),
        keys.need("because").text(),
        keys.need("until").as(DATE));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The cell with what is known of its failures. */
  CellResult judged(CellResult cell) {
    return known.isEmpty()
        ? cell
        : cell.judged(cell.scenarios().stream().map(one -> judged(cell.name(), one)).toList());
  }

  /** One scenario of a cell, as far as it is known. */
  ScenarioResult judged(String cell, ScenarioResult result) {
    List<KnownFailure> about = known.stream().filter(one -> one.isAbout(cell, result)).toList();
    if (about.isEmpty() || result.standing() != Standing.ASKED) {
      return result;
    }
    played.addAll(about);
    List<Finding> broken =
        result.findings().stream().filter(one -> one.verdict() == Verdict.FAIL).toList();
    List<KnownFailure> explaining = new ArrayList<>();
    boolean allKnown = !broken.isEmpty();
    for (Finding finding : broken) {
      Optional<KnownFailure> by = explanation(about, finding);
      by.ifPresent(explaining::add);
      allKnown &= by.filter(one -> !one.hasExpired(today)).isPresent();
    }
    failed.addAll(explaining);
    if (explaining.isEmpty()) {
      return result;
    }
    KnownFailure first = explaining.get(0);
    String why = "known until %s: %s".formatted(first.until(), first.because());
    if (!allKnown) {
      return result.because(why + notExcused(explaining));
    }
    ScenarioResult excused = result.known(why);
    return excused.verdict() == Verdict.PASS
        ? excused
        : result.known(why + "; and " + notAnswered(excused));
  }

  private static String notAnswered(ScenarioResult excused) {
    return excused.deciding().stream()
        .map(finding -> finding.probe() + ": " + finding.evidence())
        .findFirst()
        .orElse("not all of it was answered");
  }

  private String notExcused(List<KnownFailure> explaining) {
    return explaining.stream().anyMatch(one -> one.hasExpired(today))
        ? "; that day has passed"
        : "; but more of it is broken";
  }

  /** One that is still in force, rather than one whose day has passed. */
  private Optional<KnownFailure> explanation(List<KnownFailure> about, Finding finding) {
    return about.stream()
        .filter(one -> one.explains(finding))
        .min((one, other) -> Boolean.compare(one.hasExpired(today), other.hasExpired(today)));
  }

  /**
   * What is to be noted once everything was played.
   *
   * @param whole whether the run was not narrowed, so that what was not played never is
   */
  List<String> remarks(boolean whole) {
    List<String> remarks = new ArrayList<>();
    for (KnownFailure one : known) {
      if (failed.contains(one) && one.hasExpired(today)) {
        remarks.add(
            "the known failure %s was to be mended by %s, and fails the run again"
                .formatted(one, one.until()));
      } else if (played.contains(one) && !failed.contains(one)) {
        remarks.add(
            "the known failure %s did not fail: if it holds again, take it out".formatted(one));
      } else if (whole && !played.contains(one)) {
        remarks.add("the known failure %s matches nothing that was asked".formatted(one));
      }
    }
    return remarks;
  }
}
