package rollcall.reports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides passwords, tokens and session cookies, in whatever text they stand. Applied to every text
 * of a record before it is rendered, and to log files once their writers have ended.
 */
public final class Mask {
  static final String HIDDEN = "***";

  private static final String SECRETS =
      "(?:password|passwd|passphrase|pwd|secret|(?<=[_.-])pass|token|api[_-]?key|access[_-]?key"
          + "|private[_-]?key|credentials?|jwt|sid|signature)";
  private static final String QUOTE = "(?:\\\\{0,3}[\"'])?";
  private static final String SIGN = QUOTE + "[ \\t]{0,3}[:=][ \\t]{0,3}";

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)(?:password|passwd|passphrase|secret|token|api[_-]?key|credential|authorization"
              + "|cookie)s?$|(?:^|[._-])(?:sid|pwd|pass|jwt)$");

  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String pattern, String replacement) {
      return new Rule(Pattern.compile("(?i)" + pattern), replacement);
    }
  }

  /** Every quantifier is bounded or possessive: what is masked comes from whoever is under test. */
  private static final List<Rule> RULES =
      List.of(
          // A password may hold a slash, which ends the authority of any other URL.
          Rule.of("(rediss?://[^\\s:/@\"'<>]{0,200}):[^\\s\"'<>]{1,200}@", "$1:***@"),
          Rule.of("(://[^\\s:/@?#\"'<>]{0,200}):[^\\s/?#\"'<>]{1,2000}@", "$1:***@"),
          Rule.of("(://)[^\\s:/@?#\"'<>]{1,2000}@", "$1***@"),
          Rule.of(
              "(authorization"
                  + SIGN
                  + QUOTE
                  + ")((?:bearer|basic|digest|token|negotiate)[ \\t]{1,3})?[^\\s\"'\\\\,;]++",
              "$1$2***"),
          Rule.of("\\b((?:bearer|basic)[ \\t]{1,3})[a-z0-9._~+/=:-]{8,}+", "$1***"),
          Rule.of(
              "(?<![\\w-])((?:set-)?cookie"
                  + SIGN
                  + QUOTE
                  + "[^\\s=;\"']{1,200}=)[^\"'\\\\\\r\\n]++",
              "$1***"),
          Rule.of("(" + SECRETS + SIGN + "\\\\{0,3}\")[^\"\\\\\\r\\n]++", "$1***"),
          Rule.of("(" + SECRETS + SIGN + "\\\\{0,3}')[^'\\\\\\r\\n]++", "$1***"),
          Rule.of("(" + SECRETS + "(?:=|%3d))[^\\s&;#\"'<>,)\\]}]++", "$1***"),
          Rule.of("((?:password|passwd|secret)[ \\t]{0,3}:[ \\t]{0,3})[^\\s\"',;)\\]}]++", "$1***"),
          Rule.of(
              "((?:requirepass|masterauth|--?pass(?:word)?|--?token|--?secret)[ \\t]{1,3})"
                  + "[^\\s\"']++",
              "$1***"),
          Rule.of("\\beyJ[a-z0-9_-]{8,2000}+\\.[a-z0-9_-]{2,4000}+\\.?[a-z0-9_-]*+", HIDDEN));

  private Mask() {}

  /** The text without what must not be seen; masking twice changes nothing more. */
  public static String text(String text) {
    String masked = text;
    for (Rule rule : RULES) {
      masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
    }
    return masked;
  }

  /** As {@link #text}, and all of it where its name says that it is a secret. */
  public static String value(String name, String text) {
    return !text.isEmpty() && SECRET_NAME.matcher(name).find() ? HIDDEN : text(text);
  }
}
