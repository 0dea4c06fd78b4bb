package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeTest {
  @Test
  void whatIsUnseenBecomesASign() {
    assertThat(Escape.visible("a\u202Eb\u0000c\u200Bd\uFEFFe"))
        .isEqualTo("a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+FEFF⟩e");
    assertThat(Escape.visible("half \uD83D")).isEqualTo("half ⟨U+D83D⟩");
    assertThat(Escape.visible("\r")).isEqualTo("⟨U+000D⟩");
  }

  @Test
  void textInAnyLanguageLineEndsAndTabsStay() {
    for (String text : new String[] {"grüße 你好 שלום 😀 é", "one\n\ttwo", ""}) {
      assertThat(Escape.visible(text)).isEqualTo(text);
    }
    assertThat(Escape.visible("one\r\ntwo")).isEqualTo("one\ntwo");
  }

  @Test
  void coloursGoAndOtherTerminalCommandsAreShown() {
    assertThat(Escape.visible("\u001B[1;31mred\u001B[0m")).isEqualTo("red");
    assertThat(Escape.visible("\u001B[2J")).isEqualTo("⟨U+001B⟩[2J");
  }

  @Test
  void aLongTextIsCutAndItsFirstLengthSaid() {
    String once = Escape.shorten(Hostile.LONG, 300);
    String twice = Escape.shorten(once, 60);

    assertThat(once).hasSize(300).endsWith("x… (10,000 characters in all)");
    assertThat(twice).hasSize(60).endsWith("x… (10,000 characters in all)");
    assertThat(Escape.shorten("short", 5)).isEqualTo("short");
  }

  @Test
  void aPairOfSurrogatesIsNotCutApart() {
    String text = "😀".repeat(100);
    for (int max = 40; max < 60; max++) {
      assertThat(Escape.visible(Escape.shorten(text, max))).doesNotContain("U+D83D");
    }
  }
}
