package rollcall.reports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings figures into the few types that JSON gives back as they were, sorted by name. */
final class Figures {
  private Figures() {}

  static Map<String, Object> settled(Map<?, ?> figures) {
    Map<String, Object> sorted = new TreeMap<>();
    figures.forEach((name, value) -> sorted.put(String.valueOf(name), settled(value)));
    return Collections.unmodifiableMap(sorted);
  }

  private static Object settled(@Nullable Object value) {
    if (value instanceof Boolean
        || value instanceof Long
        || (value instanceof Double number && Double.isFinite(number))) {
      return value;
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    if (value instanceof Float number && Float.isFinite(number)) {
      return number.doubleValue();
    }
    if (value instanceof Map<?, ?> nested) {
      return settled(nested);
    }
    if (value instanceof Collection<?> several) {
      List<Object> all = new ArrayList<>();
      several.forEach(one -> all.add(settled(one)));
      return Collections.unmodifiableList(all);
    }
    return String.valueOf(value);
  }
}
