package rollcall.reports;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every text of a record, wherever in it, so that a rule on texts forgets none of them. */
final class Texts {
  /** What becomes of one text. */
  interface Rule {
    /**
     * The text to stand in its place.
     *
     * @param name the field that holds it, or that holds the list it is in; {@code ""} for the name
     *     of a figure or setting itself
     */
    String apply(String name, String text);
  }

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Texts() {}

  static RunRecord each(RunRecord run, Rule rule) {
    return (RunRecord) SHAPES.get(RunRecord.class).changed(run, rule);
  }

  private static @Nullable Object changed(String name, @Nullable Object value, Rule rule) {
    if (value instanceof String text) {
      return rule.apply(name, text);
    }
    if (value instanceof List<?> several) {
      List<@Nullable Object> changed = new ArrayList<>(several.size());
      several.forEach(one -> changed.add(changed(name, one, rule)));
      return changed;
    }
    if (value instanceof Map<?, ?> named) {
      return changed(named, rule);
    }
    if (value instanceof Record record) {
      return SHAPES.get(record.getClass()).changed(record, rule);
    }
    if (value == null || holdsNoText(value)) {
      return value;
    }
    throw new IllegalStateException("nobody knows the texts of a " + value.getClass());
  }

  private static boolean holdsNoText(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum
        || value instanceof Temporal
        || value instanceof TemporalAmount;
  }

  private static Map<String, @Nullable Object> changed(Map<?, ?> named, Rule rule) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    named.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          changed.put(unused(changed, rule.apply("", name)), changed(name, value, rule));
        });
    return changed;
  }

  /** Two names that a rule makes the same must not hide each other. */
  private static String unused(Map<String, ?> taken, String name) {
    String free = name;
    for (int i = 2; taken.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  /** How the records of one type are taken apart and put together again. */
  private record Shape(
      Constructor<?> constructor, List<String> names, List<Method> parts, boolean numbersOnly) {
    static Shape of(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(
            constructor,
            Arrays.stream(parts).map(RecordComponent::getName).toList(),
            Arrays.stream(parts).map(RecordComponent::getAccessor).toList(),
            Arrays.stream(types).allMatch(Class::isPrimitive));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its constructor", e);
      }
    }

    Shape {
      parts.forEach(part -> part.setAccessible(true));
    }

    Record changed(Record record, Rule rule) {
      if (numbersOnly) {
        return record;
      }
      @Nullable Object[] values = new @Nullable Object[parts.size()];
      try {
        for (int i = 0; i < values.length; i++) {
          values[i] = Texts.changed(names.get(i), parts.get(i).invoke(record), rule);
        }
        return (Record) constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a changed %s is none".formatted(record.getClass()), e);
      }
    }
  }
}
