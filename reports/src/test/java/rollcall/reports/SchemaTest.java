package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/results.schema.json} says what is written, no more and no less. */
class SchemaTest {
  private final JsonSchema schema = schema();

  @Test
  void everyRunFitsTheSchema() throws IOException {
    for (RunRecord run :
        List.of(
            Sample.everything(),
            Sample.unfinished(),
            Published.of(Sample.hostile()),
            Sample.loaded(2),
            Sample.run("nothing", 0, List.of()))) {
      assertThat(wrong(tree(run))).as(run.matrix()).isEmpty();
    }
  }

  @Test
  void whatDoesNotFitIsSeen() throws IOException {
    ObjectNode absent = (ObjectNode) tree(Sample.everything());
    absent.remove("verdict");
    ObjectNode other = (ObjectNode) tree(Sample.everything());
    other.put("verdict", "MAYBE");
    ObjectNode elsewhere = (ObjectNode) tree(Sample.everything());
    ((ObjectNode) elsewhere.path("cells").get(0)).putArray("logs").add("../../etc/passwd");

    assertThat(wrong(absent)).isNotEmpty();
    assertThat(wrong(other)).isNotEmpty();
    assertThat(wrong(elsewhere)).isNotEmpty();
  }

  /** A field that is written and not described would be frozen without anybody knowing. */
  @Test
  void everyFieldThatIsWrittenIsDescribed() throws IOException {
    Set<String> described = new TreeSet<>();
    JsonNode file = ResultsJson.mapper().readTree(text());
    described.addAll(names(file.path("properties")));
    file.path("$defs").forEach(one -> described.addAll(names(one.path("properties"))));

    assertThat(described).containsAll(names(tree(Sample.loaded(1))));
    tree(Sample.everything())
        .path("cells")
        .forEach(cell -> assertThat(described).containsAll(names(cell)));
  }

  @Test
  void aFileOfSchema0IsReadAndRendered() throws IOException {
    ObjectNode old = (ObjectNode) tree(Sample.everything());
    old.put("schema", 0);
    old.remove(List.of("remarks", "compared", "trends"));
    for (JsonNode cell : old.path("cells")) {
      ((ObjectNode) cell).remove("faults");
      cell.path("scenarios").forEach(one -> ((ObjectNode) one).remove("measurements"));
    }
    Path folder = Files.createTempDirectory("schema-0");
    Files.writeString(folder.resolve("results.json"), ResultsJson.mapper().writeValueAsString(old));

    RunFolder again = RunFolder.again(folder);
    assertThat(again.page()).content().contains("1 of 5 promises and 1 cluster were broken");
    assertThat(ResultsJson.read(folder).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(Checksums.wrong(folder)).isEmpty();
  }

  private Set<ValidationMessage> wrong(JsonNode tree) {
    return schema.validate(tree);
  }

  private static JsonNode tree(RunRecord run) throws IOException {
    return ResultsJson.mapper().readTree(new ResultsJson().render(run));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("../docs/results.schema.json"));
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
