package rollcall.reports;

import java.util.List;

/** What a system under test may answer to do harm, by intent or not. */
final class Hostile {
  static final String LONG = "x".repeat(10_000);

  static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "]]> --> </style></pre>",
          "${7*7} <#assign x=1> [=7*7]",
          "\u202Egnp.exe\u202C \u2066right\u2069 \u200Fmark",
          "\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B31m",
          "nul \u0000 bell \u0007 vt \u000B del \u007F",
          "half \uD83D a pair \uDE00 and \uFFFE",
          "whole 😀 pair",
          "**bold** [link](http://evil.example) `code` | # head <b>",
          "line one\nline two\r\n# head\n- item\n```\nfence",
          LONG);

  private Hostile() {}
}
