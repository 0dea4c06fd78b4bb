package rollcall.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Every text of a record, wherever in it, so that a rule on texts forgets none of them. */
final class Texts {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** What becomes of one text. */
  interface Rule {
    /**
     * The text to stand in its place.
     *
     * @param name the field that holds it, or that holds the list it is in; {@code ""} for the name
     *     of a field itself
     */
    String apply(String name, String text);
  }

  private Texts() {}

  static RunRecord each(RunRecord run, Rule rule) {
    try {
      return JSON.treeToValue(changed("", JSON.valueToTree(run), rule), RunRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run record is not what it reads back as", e);
    }
  }

  private static JsonNode changed(String name, JsonNode node, Rule rule) {
    if (node.isTextual()) {
      return TextNode.valueOf(rule.apply(name, node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode changed = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> changed.add(changed(name, element, rule)));
      return changed;
    }
    if (node.isObject()) {
      ObjectNode changed = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              field ->
                  changed.set(
                      unused(changed, rule.apply("", field.getKey())),
                      changed(field.getKey(), field.getValue(), rule)));
      return changed;
    }
    return node;
  }

  /** Two names that a rule makes the same must not hide each other. */
  private static String unused(ObjectNode taken, String name) {
    String free = name;
    for (int i = 2; taken.has(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }
}
