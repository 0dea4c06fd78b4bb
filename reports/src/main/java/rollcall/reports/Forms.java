package rollcall.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every form of a report, by the file that holds it. */
final class Forms {
  private static final List<Renderer> FROM_RESULTS =
      List.of(
          new JUnitXml(),
          new SummaryMarkdown(),
          new Prometheus(),
          new LatencyLog(),
          new HtmlPage());

  private Forms() {}

  static List<String> files() {
    return Stream.concat(Stream.of(ResultsJson.FILE), FROM_RESULTS.stream().map(Renderer::fileName))
        .toList();
  }

  /** The results of what may be published. */
  static Map<String, String> results(RunRecord published) {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(ResultsJson.FILE, new ResultsJson().render(published));
    return forms;
  }

  /** What is made from the results alone; a form that would be empty is left out. */
  static Map<String, String> fromResults(RunRecord published) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (Renderer renderer : FROM_RESULTS) {
      String text = renderer.render(published);
      if (!text.isEmpty()) {
        forms.put(renderer.fileName(), text);
      }
    }
    return forms;
  }
}
