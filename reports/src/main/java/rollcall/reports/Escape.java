package rollcall.reports;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from a system under test harmless to read: what is invisible or would reorder its
 * surroundings is shown as a sign, and what is too long is cut with its full length said.
 */
final class Escape {
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;:]{0,40}m");
  private static final Pattern NOTE = Pattern.compile("… \\([0-9,]+ characters in all\\)$");
  private static final int DELETE = 0x7F;
  private static final int NONCHARACTER = 0xFFFE;

  private static final int TEXT_MAX = 500;
  private static final int NAME_MAX = 120;
  private static final int LINE_MAX = 400;
  private static final Map<String, Integer> LIMITS =
      Map.ofEntries(
          Map.entry("", NAME_MAX),
          Map.entry("name", NAME_MAX),
          Map.entry("system", NAME_MAX),
          Map.entry("id", NAME_MAX),
          Map.entry("probe", NAME_MAX),
          Map.entry("title", 240),
          Map.entry("because", 1000),
          Map.entry("evidence", 3000),
          Map.entry("rerun", 2000),
          Map.entry("logTail", LINE_MAX),
          Map.entry("log", LINE_MAX));

  private Escape() {}

  /** A record whose every text may be shown. */
  static RunRecord shown(RunRecord run) {
    return Texts.each(
        run, (name, text) -> shorten(visible(text), LIMITS.getOrDefault(name, TEXT_MAX)));
  }

  /** Line ends and tabs stay; colours go; every other control becomes a sign one sees. */
  static String visible(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < DELETE)) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length() + 16);
    COLOURS
        .matcher(text.replace("\r\n", "\n"))
        .replaceAll("")
        .codePoints()
        .forEach(point -> append(seen, point));
    return seen.toString();
  }

  private static void append(StringBuilder seen, int point) {
    if (point == '\n' || point == '\t') {
      seen.append((char) point);
    } else if (isUnseen(point)) {
      seen.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
    } else {
      seen.appendCodePoint(point);
    }
  }

  private static boolean isUnseen(int point) {
    return point < ' '
        || isBetween(point, DELETE, 0x9F)
        || point == 0x061C
        || point == 0x200B
        || isBetween(point, 0x200E, 0x200F)
        || isBetween(point, 0x2028, 0x202E)
        || isBetween(point, 0x2060, 0x206F)
        || point == 0xFEFF
        || isBetween(point, 0xFFF9, 0xFFFB)
        || isBetween(point, 0xE0000, 0xE007F)
        || isUnsound(point);
  }

  /** No file of ours can hold it: half of a surrogate pair, or no character at all. */
  static boolean isUnsound(int point) {
    return isBetween(point, Character.MIN_SURROGATE, Character.MAX_SURROGATE)
        || (point & NONCHARACTER) == NONCHARACTER;
  }

  private static boolean isBetween(int point, int first, int last) {
    return point >= first && point <= last;
  }

  /**
   * At most so many characters, the note about the full length included; a text that was shortened
   * before keeps the length it had at first.
   */
  static String shorten(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    Matcher earlier = NOTE.matcher(text.substring(text.length() - Math.min(text.length(), 60)));
    String note =
        earlier.find()
            ? earlier.group()
            : String.format(Locale.ROOT, "… (%,d characters in all)", text.length());
    int end = Math.max(0, max - note.length());
    boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splitsPair ? end - 1 : end) + note;
  }
}
