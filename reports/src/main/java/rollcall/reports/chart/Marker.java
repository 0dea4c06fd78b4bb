package rollcall.reports.chart;

import java.util.List;
import java.util.Locale;

/** The shapes that tell lines apart without colour. */
final class Marker {
  private static final List<String> SHAPES =
      List.of(
          "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
          "m-2.7-2.7h5.4v5.4h-5.4z",
          "m0-3.6 3.5 6h-7z",
          "m0-4 4 4-4 4-4-4z",
          "m0 3.6 3.5-6h-7z",
          "m-3.6-1.2h2.4v-2.4h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4z");

  private Marker() {}

  static String at(int line, double x, double y) {
    return String.format(
        Locale.ROOT,
        "<path class=\"dot %s\" d=\"M%s %s%s\"/>",
        Drawing.look(line),
        Drawing.place(x),
        Drawing.place(y),
        SHAPES.get(line % SHAPES.size()));
  }
}
