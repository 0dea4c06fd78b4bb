package rollcall.reports;

import java.util.regex.Pattern;

/** Text that stays text in Markdown: on one line, without markup, links, mentions or HTML. */
final class Markdown {
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#&!@$]");
  private static final Pattern LINE_END = Pattern.compile("[^\\S\\n]*+\\n\\s*+");
  private static final Pattern SPACES = Pattern.compile("\\s++");

  private Markdown() {}

  static String text(String text) {
    String line = SPACES.matcher(LINE_END.matcher(text.strip()).replaceAll(" · ")).replaceAll(" ");
    return MARKUP
        .matcher(line)
        .replaceAll("\\\\$0")
        .replace("://", "&#58;//")
        .replace("www.", "www&#46;");
  }

  /** A code span, fenced by more backticks than the text has in a row. */
  static String code(String text) {
    String line = SPACES.matcher(text.strip()).replaceAll(" ");
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    boolean touches = line.startsWith("`") || line.endsWith("`") || line.isEmpty();
    return touches ? fence + " " + line + " " + fence : fence + line + fence;
  }
}
