package rollcall.reports;

/** Where on the page something is, by its place in the record: names may hold anything. */
final class Anchor {
  private Anchor() {}

  static String cell(int cell) {
    return "cell-" + (cell + 1);
  }

  static String promise(int cell, int promise) {
    return cell(cell) + "-" + (promise + 1);
  }
}
