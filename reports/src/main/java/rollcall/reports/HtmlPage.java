package rollcall.reports;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code report.html}: one file that needs no network and no script. */
final class HtmlPage implements Renderer {
  /** Concerns told in full; the rest are named and lead to their details. */
  private static final int CONCERNS_MAX = 30;

  /** So that it can be mailed. */
  private static final int CHARACTERS_MOST = 1_950_000;

  private static final Configuration FREEMARKER = configuration();

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public String render(RunRecord run) {
    RunRecord shown = Escape.shown(run);
    String words = filled("report.ftlh", model(shown, ChartRoom.none()));
    ChartRoom room = ChartRoom.of(shown, CHARACTERS_MOST - words.length());
    return room.isEmpty() ? words : filled("report.ftlh", model(shown, room));
  }

  /** A template with what it reads. */
  static String filled(String name, Map<String, Object> model) {
    StringWriter html = new StringWriter();
    try {
      Template template = FREEMARKER.getTemplate(name);
      template.process(model, html);
    } catch (IOException e) {
      throw new UncheckedIOException("the page's template cannot be read", e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the page's template does not fit the record", e);
    }
    return html.toString();
  }

  private static Map<String, Object> model(RunRecord run, ChartRoom room) {
    List<Concerns.Concern> concerns = Concerns.of(run);
    int told = Math.min(CONCERNS_MAX, concerns.size());
    List<Page.Place> places = Page.places(run, room);
    List<Page.Promise> promises =
        places.stream().flatMap(place -> place.promises().stream()).toList();
    return Map.ofEntries(
        Map.entry("run", run),
        Map.entry("verdict", run.verdict()),
        Map.entry("sentence", Summary.sentence(run)),
        Map.entry("counts", Summary.counts(run)),
        Map.entry("moment", Spoken.moment(run.started())),
        Map.entry("concerns", concerns.subList(0, told)),
        Map.entry("untold", concerns.subList(told, concerns.size())),
        Map.entry("grids", Grid.tables(places)),
        Map.entry("places", places),
        Map.entry("outcomes", List.of(Outcome.values())),
        Map.entry("hasHazards", promises.stream().anyMatch(p -> isHazard(p.outcome()))),
        Map.entry("hasAside", hasAside(run)),
        Map.entry("trends", run.trends().stream().map(DrawnTrend::of).toList()),
        Map.entry("changed", settings(run, false)),
        Map.entry("unchanged", settings(run, true)));
  }

  static Map<String, String> settings(RunRecord run, boolean defaults) {
    Map<String, String> these = new TreeMap<>(run.settings());
    these.values().removeIf(value -> value.endsWith("(default)") != defaults);
    return these;
  }

  private static boolean isHazard(Outcome outcome) {
    return outcome == Outcome.HAZARD_SHOWN || outcome == Outcome.HAZARD_UNSEEN;
  }

  private static boolean isAside(ScenarioResult one) {
    return !one.standing().counts() || one.standing() == Standing.KNOWN_FAILURE;
  }

  private static boolean hasAside(RunRecord run) {
    return run.cells().stream()
        .anyMatch(
            cell ->
                !cell.standing().counts() || cell.scenarios().stream().anyMatch(HtmlPage::isAside));
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(HtmlPage.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    configuration.setSharedVariable(
        "duration", new OnOne(value -> Spoken.duration((Duration) value)));
    configuration.setSharedVariable("figure", new OnOne(Spoken::figure));
    return configuration;
  }

  /** A function of one argument that the template may call. */
  private record OnOne(java.util.function.Function<Object, String> function)
      implements TemplateMethodModelEx {
    @Override
    @SuppressWarnings("rawtypes")
    public Object exec(List arguments) throws TemplateModelException {
      return function.apply(DeepUnwrap.unwrap((TemplateModel) arguments.get(0)));
    }
  }
}
