package rollcall.reports;

/** What of a record may leave this process: masked, bounded, and nothing that no file can hold. */
final class Published {
  private static final int TEXT_MAX = 65_536;

  private Published() {}

  static RunRecord of(RunRecord run) {
    return Texts.each(run, (name, text) -> Escape.shorten(sound(Mask.value(name, text)), TEXT_MAX));
  }

  private static String sound(String text) {
    if (text.codePoints().noneMatch(Escape::isUnsound)) {
      return text;
    }
    return text.codePoints()
        .map(point -> Escape.isUnsound(point) ? 0xFFFD : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
