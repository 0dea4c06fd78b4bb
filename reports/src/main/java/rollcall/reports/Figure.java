package rollcall.reports;

import java.util.List;

/**
 * One chart as the page shows it; public inside, for the template reads nothing else.
 *
 * @param svg the drawing
 * @param head of the table that says the same in numbers
 */
public record Figure(
    String title, String svg, List<Key> keys, List<String> head, List<List<String>> rows) {
  /** A line of the legend: how it is drawn, and what of. */
  public record Key(String drawn, String name) {}

  public Figure {
    keys = List.copyOf(keys);
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }
}
