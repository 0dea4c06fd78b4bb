package rollcall.reports;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
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
    List<JUnitSuite> suites = JUnitSuite.of(shown);
    StringWriter xml = new StringWriter();
    try {
      // To a writer, not a stream: given an encoding, the JDK's writer tears surrogate pairs apart.
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(xml);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeCharacters("\n");
      out.writeStartElement("testsuites");
      out.writeAttribute("name", "rollcall " + shown.matrix());
      List<JUnitSuite.Case> all = suites.stream().flatMap(suite -> suite.cases().stream()).toList();
      counts(out, all);
      out.writeAttribute("time", seconds(shown.elapsed()));
      for (JUnitSuite suite : suites) {
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

  private static void write(XMLStreamWriter out, RunRecord run, JUnitSuite suite)
      throws XMLStreamException {
    out.writeCharacters("\n");
    out.writeStartElement("testsuite");
    out.writeAttribute("name", suite.name());
    counts(out, suite.cases());
    out.writeAttribute("skipped", count(suite.cases(), "skipped"));
    out.writeAttribute(
        "time",
        seconds(
            suite.cases().stream()
                .map(JUnitSuite.Case::time)
                .reduce(Duration.ZERO, Duration::plus)));
    for (JUnitSuite.Case one : suite.cases()) {
      write(out, "rollcall." + run.matrix() + "." + suite.name(), one);
    }
    out.writeEndElement();
  }

  private static void write(XMLStreamWriter out, String className, JUnitSuite.Case one)
      throws XMLStreamException {
    out.writeCharacters("\n  ");
    out.writeStartElement("testcase");
    out.writeAttribute("name", one.name());
    out.writeAttribute("classname", className);
    out.writeAttribute("time", seconds(one.time()));
    if (one.element().equals("skipped")) {
      out.writeEmptyElement("skipped");
      out.writeAttribute("message", one.message());
    } else if (!one.element().isEmpty()) {
      out.writeStartElement(one.element());
      out.writeAttribute("type", one.outcome().words());
      out.writeAttribute("message", one.message());
      out.writeCharacters(one.text());
      out.writeEndElement();
    } else if (one.outcome() == Outcome.HAZARD_SHOWN) {
      out.writeStartElement("system-out");
      out.writeCharacters(one.text());
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private static void counts(XMLStreamWriter out, List<JUnitSuite.Case> cases)
      throws XMLStreamException {
    out.writeAttribute("tests", Integer.toString(cases.size()));
    out.writeAttribute("failures", count(cases, "failure"));
    out.writeAttribute("errors", count(cases, "error"));
  }

  private static String count(List<JUnitSuite.Case> cases, String element) {
    return Long.toString(cases.stream().filter(one -> one.element().equals(element)).count());
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), MILLIS)
        .setScale(MILLIS, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
