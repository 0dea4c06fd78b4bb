package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
  private final JUnitXml renderer = new JUnitXml();

  @Test
  void everyRunHasTheShapeThatToolsRead() throws Exception {
    Schema shape =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JUnitXmlTest.class.getResource("junit-shape.xsd"));
    for (RunRecord run :
        List.of(
            Sample.everything(),
            Sample.green(),
            Sample.unfinished(),
            Published.of(Sample.hostile()),
            Sample.run("nothing", 0, List.of()))) {
      shape.newValidator().validate(new StreamSource(new StringReader(renderer.render(run))));
    }
  }

  @Test
  void failIsAFailureAndUnknownAnErrorAndWhatWasNotAskedIsSkippedWithItsReason() throws Exception {
    Document xml = parse(renderer.render(Sample.everything()));

    assertThat(value(xml, "/testsuites/@failures")).isEqualTo("2");
    assertThat(value(xml, "/testsuites/@errors")).isEqualTo("3");
    assertThat(value(xml, "//testcase[starts-with(@name,'cross-node/websocket')]/failure/@message"))
        .startsWith("30 receivers got each of 400 messages 3 times");
    assertThat(value(xml, "//testsuite[@name='five-nodes-haproxy']/testcase/error/@message"))
        .isEqualTo("haproxy did not start");
    assertThat(value(xml, "//testsuite[@name='five-nodes-haproxy']/testcase/error"))
        .contains(
            "To fix: end the process", "--only @five-nodes-haproxy", "Address already in use");
    assertThat(value(xml, "//testsuite[@name='sentinel']/testcase/skipped/@message"))
        .isEqualTo("SOCKETIO_WORKERS above 1 does not work yet");
    assertThat(value(xml, "//testcase[starts-with(@name,'metrics/')]/skipped/@message"))
        .isEqualTo("the system has no /metrics");
  }

  @Test
  void aHazardThatShowsIsPassedAndNamedAHazard() throws Exception {
    Document xml = parse(renderer.render(Sample.green()));

    assertThat(value(xml, "//testsuite[@name='polling-round-robin']/testcase[2]/@name"))
        .startsWith("hazard: cross-node/polling");
    assertThat(value(xml, "//testsuite[@name='polling-round-robin']/@errors")).isEqualTo("0");
  }

  @Test
  void countsAndTimesAddUp() throws Exception {
    Document xml = parse(renderer.render(Sample.everything()));

    assertThat(value(xml, "/testsuites/@time")).isEqualTo("83.400");
    assertThat(value(xml, "//testsuite[@name='redis-blackhole']/@time")).isEqualTo("4.980");
    assertThat(value(xml, "//testsuite[@name='redis-blackhole']/testcase[1]/@time"))
        .isEqualTo("3.120");
    assertThat(Integer.toString(all(xml, "//testcase").getLength()))
        .isEqualTo(value(xml, "/testsuites/@tests"));
  }

  @Test
  void aRunThatDidNotFinishIsAnError() throws Exception {
    Document xml = parse(renderer.render(Sample.unfinished()));

    assertThat(value(xml, "//testsuite[@name='the run itself']/testcase/error/@message"))
        .contains("2 of 12 cells");
  }

  @Test
  void whatASystemAnsweredComesOutAsTextAndIsShortened() throws Exception {
    String text = renderer.render(Published.of(Sample.hostile()));
    Document xml = parse(text);

    assertThat(text).doesNotContain("<script").doesNotContain(Hostile.LONG).doesNotContain("&#");
    assertThat(text).contains("😀", "⟨U+202E⟩", "⟨U+0000⟩", "(10,000 characters in all)");
    assertThat(
            all(
                    xml,
                    "//*[not(self::testsuites or self::testsuite or self::testcase"
                        + " or self::failure or self::skipped)]")
                .getLength())
        .isZero();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String value(Document xml, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, xml);
  }

  private static NodeList all(Document xml, String path) throws Exception {
    return (NodeList)
        XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
  }
}
