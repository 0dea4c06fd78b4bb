package rollcall.reports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code results.json}: the whole record, from which every other form can be made again. */
public final class ResultsJson implements Renderer {
  static final String FILE = "results.json";

  private static final int NONE = -1;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x7F-\\x9F\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

  ResultsJson() {}

  /** How records are read and written. */
  public static JsonMapper mapper() {
    return JSON;
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String render(RunRecord run) {
    try {
      String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n";
      // These stand in texts only, where JSON lets them be written either way.
      return UNSEEN
          .matcher(json)
          .replaceAll(
              found -> String.format(Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run record cannot be written as JSON", e);
    }
  }

  /** Reads a record back, from the file itself or from the folder that holds it. */
  public static RunRecord read(Path place) {
    Path file = Files.isDirectory(place) ? place.resolve(FILE) : place;
    try {
      int schema = schema(file);
      if (schema < 0 || schema > RunRecord.SCHEMA) {
        throw new ResultsException(
            "cannot read " + file,
            "its schema is %s; this version reads 0 to %d"
                .formatted(schema == NONE ? "not in it" : schema, RunRecord.SCHEMA),
            "use the version of Rollcall that wrote it, or run the matrix again");
      }
      return JSON.readValue(file.toFile(), RunRecord.class);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new ResultsException(
          "cannot read " + file,
          String.valueOf(e.getMessage()),
          "check that it is the results.json of a run, and whole",
          e);
    } catch (IOException e) {
      throw ResultsException.of("cannot read " + file, file, e);
    }
  }

  /** Says how the rest is to be read, and stands first in what we write. */
  private static int schema(Path file) throws IOException {
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean found = json.currentName().equals("schema");
          json.nextToken();
          if (found) {
            return json.getValueAsInt(NONE);
          }
          json.skipChildren();
        }
      }
    }
    return NONE;
  }
}
