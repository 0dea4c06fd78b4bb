package rollcall.reports.chart;

import java.util.List;

/**
 * Lines over a common axis.
 *
 * @param says what it shows, to who does not see it
 * @param below what the horizontal axis counts
 * @param x horizontal
 * @param y vertical
 * @param bands shaded behind the lines
 */
public record Chart(
    String says, String below, Scale x, Scale y, List<Line> lines, List<Band> bands) {
  public Chart {
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
  }

  /** As an {@code svg} element whose colours are the page's. */
  public String svg() {
    return new Drawing(this).svg();
  }

  /** A short piece of the line in this place, as a legend shows it. */
  public static String key(int line) {
    return "<svg class=\"key\" viewBox=\"0 0 28 12\" aria-hidden=\"true\"><path class=\"line "
        + Drawing.look(line)
        + "\" d=\"M1 6H27\"/>"
        + Marker.at(line, 14, 6)
        + "</svg>";
  }
}
