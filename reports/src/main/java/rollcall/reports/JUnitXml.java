package rollcall.reports;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml}: one suite a cell, one case a promise and one for the cell's cluster. */
final class JUnitXml implements Renderer {
  private static final int MILLIS = 3;

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public String render(RunRecord run) {
    RunRecord shown = Escape.shown(run);
    List<Suite> suites = suites(shown);
    StringWriter xml = new StringWriter();
    try {
      // To a writer, not a stream: given an encoding, the JDK's writer tears surrogate pairs apart.
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(xml);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("testsuites");
      out.writeAttribute("name", "rollcall " + shown.matrix());
      List<Case> all = suites.stream().flatMap(suite -> suite.cases().stream()).toList();
      counts(out, all);
      out.writeAttribute("time", seconds(shown.elapsed()));
      for (Suite suite : suites) {
        write(out, shown, suite);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a run record cannot be written as XML", e);
    }
    return xml.append('\n').toString();
  }

  private record Suite(String name, List<Case> cases) {}

  private record Case(String name, Outcome outcome, String message, String text, Duration time) {
    String element() {
      return switch (outcome) {
        case BROKEN -> "failure";
        case NOT_ANSWERED, HAZARD_UNSEEN -> "error";
        case NOT_ASKED, LEFT_OUT -> "skipped";
        case HELD, HAZARD_SHOWN -> "";
      };
    }
  }

  private static List<Suite> suites(RunRecord run) {
    List<Suite> suites = new ArrayList<>();
    for (CellResult cell : run.cells()) {
      List<Case> cases = new ArrayList<>();
      cases.add(cluster(cell));
      cell.scenarios().forEach(scenario -> cases.add(promise(cell, scenario)));
      suites.add(new Suite(cell.name(), cases));
    }
    if (!run.finished() || run.cells().isEmpty()) {
      String why =
          run.finished() ? "the run asked nothing" : Summary.unfinished(run) + " " + run.unfinished();
      suites.add(
          new Suite(
              "the run itself",
              List.of(
                  new Case(
                      "The run plays every cell that it planned",
                      Outcome.NOT_ANSWERED,
                      why,
                      why + "\n\nShow it again:\n" + run.rerun(),
                      Duration.ZERO))));
    }
    return suites;
  }

  private static Case cluster(CellResult cell) {
    return new Case(
        "The cluster starts, stays up and heals",
        Outcome.of(cell),
        cell.standing().counts() ? message(cell.environment()) : cell.because(),
        text(cell.environment(), cell.rerun(), cell.logTail()),
        cell.ready().plus(cell.gone()));
  }

  private static Case promise(CellResult cell, ScenarioResult scenario) {
    Outcome outcome = Outcome.of(cell, scenario);
    boolean hazard = outcome == Outcome.HAZARD_SHOWN || outcome == Outcome.HAZARD_UNSEEN;
    boolean skipped = outcome == Outcome.NOT_ASKED || outcome == Outcome.LEFT_OUT;
    return new Case(
        (hazard ? "hazard: " : "") + scenario.id() + ": " + scenario.title(),
        outcome,
        skipped
            ? scenario.because().isEmpty() ? cell.because() : scenario.because()
            : message(scenario.findings()),
        text(scenario.findings(), scenario.rerun(), cell.logTail()),
        scenario.elapsed());
  }

  private static String message(List<Finding> findings) {
    return findings.stream()
        .reduce((one, other) -> one.verdict().compareTo(other.verdict()) >= 0 ? one : other)
        .map(worst -> worst.evidence().lines().findFirst().orElse(worst.probe()))
        .orElse("no probe gave an answer");
  }

  private static String text(List<Finding> findings, String rerun, List<String> logTail) {
    String evidence =
        findings.stream()
            .map(finding -> finding.verdict() + " " + finding.probe() + ": " + finding.evidence())
            .collect(Collectors.joining("\n"));
    String log = logTail.isEmpty() ? "" : "\n\nLast log lines:\n" + String.join("\n", logTail);
    return evidence + "\n\nShow it again:\n" + rerun + log;
  }

  private static void write(XMLStreamWriter out, RunRecord run, Suite suite)
      throws XMLStreamException {
    out.writeStartElement("testsuite");
    out.writeAttribute("name", suite.name());
    counts(out, suite.cases());
    out.writeAttribute("skipped", count(suite.cases(), "skipped"));
    out.writeAttribute(
        "time",
        seconds(suite.cases().stream().map(Case::time).reduce(Duration.ZERO, Duration::plus)));
    for (Case one : suite.cases()) {
      out.writeStartElement("testcase");
      out.writeAttribute("name", one.name());
      out.writeAttribute("classname", "rollcall." + run.matrix() + "." + suite.name());
      out.writeAttribute("time", seconds(one.time()));
      if (!one.element().isEmpty()) {
        out.writeStartElement(one.element());
        if (!one.element().equals("skipped")) {
          out.writeAttribute("type", one.outcome().words());
        }
        out.writeAttribute("message", one.message());
        out.writeCharacters(one.element().equals("skipped") ? "" : one.text());
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private static void counts(XMLStreamWriter out, List<Case> cases) throws XMLStreamException {
    out.writeAttribute("tests", Integer.toString(cases.size()));
    out.writeAttribute("failures", count(cases, "failure"));
    out.writeAttribute("errors", count(cases, "error"));
  }

  private static String count(List<Case> cases, String element) {
    return Long.toString(cases.stream().filter(one -> one.element().equals(element)).count());
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), MILLIS)
        .setScale(MILLIS, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
