package rollcall.reports.chart;

import java.util.List;
import java.util.Locale;

/** A chart being drawn, in units of its own: the page scales it. */
final class Drawing {
  static final int WIDTH = 400;
  static final int HEIGHT = 230;
  static final int LEFT = 46;
  static final int RIGHT = 378;
  static final int TOP = 10;
  static final int BOTTOM = 186;

  private static final int LOOKS = 6;
  private static final int MARKERS = 6;
  private static final double LETTER = 6.6;

  private final Chart chart;
  private final StringBuilder out = new StringBuilder();

  Drawing(Chart chart) {
    this.chart = chart;
  }

  static String look(int line) {
    return "l" + line % LOOKS;
  }

  String svg() {
    out.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ").append(WIDTH).append(' ');
    out.append(HEIGHT).append("\" aria-label=\"").append(text(chart.says())).append('"');
    data("x", chart.x());
    data("y", chart.y());
    out.append('>');
    bands();
    axes();
    for (int i = 0; i < chart.lines().size(); i++) {
      line(i, chart.lines().get(i));
    }
    return out.append("</svg>").toString();
  }

  /** For whoever reads the values back from the drawing. */
  private void data(String axis, Scale scale) {
    out.append(
        String.format(
            Locale.ROOT, " data-%s=\"%s %s %s\"", axis, scale.kind(), scale.from(), scale.to()));
  }

  private void bands() {
    List<Band> bands = chart.bands();
    for (int i = 0; i < bands.size(); i++) {
      double from = Math.max(LEFT, x(bands.get(i).from()));
      double until = Math.min(RIGHT, x(bands.get(i).until()));
      double width = Math.max(1.5, until - from);
      out.append("<rect class=\"band b").append(i % 2).append("\" x=\"").append(place(from));
      out.append("\" y=\"").append(TOP).append("\" width=\"").append(place(width));
      out.append("\" height=\"").append(BOTTOM - TOP).append("\"/>");
      String name = bands.get(i).name();
      String label = name.length() * LETTER < width ? name : String.valueOf(i + 1);
      if (label.length() * LETTER < width) {
        label(from + 3, TOP + 12, "band-of", label);
      }
    }
  }

  private void axes() {
    for (double tick : chart.y().ticks()) {
      double y = y(tick);
      out.append("<path class=\"rule\" d=\"M").append(LEFT).append(' ').append(place(y));
      out.append('H').append(RIGHT).append("\"/>");
      label(LEFT - 5, y + 4, "tick end", spoken(tick));
    }
    for (double tick : chart.x().ticks()) {
      double x = x(tick);
      out.append("<path class=\"rule\" d=\"M").append(place(x)).append(' ').append(BOTTOM);
      out.append("v4\"/>");
      label(x, BOTTOM + 17, "tick mid", spoken(tick));
    }
    out.append("<path class=\"axis\" d=\"M").append(LEFT).append(' ').append(BOTTOM);
    out.append('H').append(RIGHT).append("\"/>");
    label((LEFT + RIGHT) / 2.0, HEIGHT - 8, "tick mid", chart.below());
  }

  private void line(int place, Line line) {
    List<Line.Dot> dots = line.dots();
    if (dots.isEmpty()) {
      return;
    }
    out.append("<path class=\"line ").append(look(place)).append("\" data-line=\"");
    out.append(text(line.name())).append("\" d=\"");
    for (int i = 0; i < dots.size(); i++) {
      out.append(i == 0 ? 'M' : 'L').append(place(x(dots.get(i).x()))).append(' ');
      out.append(place(y(dots.get(i).y())));
    }
    out.append("\"/>");
    int step = Math.max(1, dots.size() / MARKERS);
    for (int i = place * step / LOOKS; i < dots.size(); i += step) {
      out.append(Marker.at(place, x(dots.get(i).x()), y(dots.get(i).y())));
    }
  }

  private void label(double x, double y, String look, String words) {
    out.append("<text class=\"").append(look).append("\" x=\"").append(place(x));
    out.append("\" y=\"").append(place(y)).append("\">").append(text(words)).append("</text>");
  }

  private double x(double value) {
    return LEFT + chart.x().at(value) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - chart.y().at(value) * (BOTTOM - TOP);
  }

  /** With as few characters as one can tell from the exact place. */
  static String place(double place) {
    long tenths = Math.round(place * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  private static String spoken(double tick) {
    if (Math.abs(tick) >= 1e6) {
      return trimmed(tick / 1e6) + "M";
    }
    return Math.abs(tick) >= 1e4 ? trimmed(tick / 1e3) + "k" : trimmed(tick);
  }

  private static String trimmed(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
