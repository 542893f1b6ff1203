package dev.inquest.app.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.output.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintableTest {
  /** Escape, C1's own introducer, bell, carriage return, direction marks, a lone surrogate. */
  private static final String HOSTILE = "a\u001b[31m\u009b2J\u0007\rb\u202e\u2066c\ud800d\u2028e";

  @Test
  void aLineHoldsNothingATerminalObeys() {
    assertThat(Printable.line(HOSTILE)).isEqualTo("a�[31m�2J� b��c�d�e");
    assertThat(Printable.line("plain, ünï, 漢字, 🚀")).isEqualTo("plain, ünï, 漢字, 🚀");
  }

  @Test
  void aBlockKeepsItsLines() {
    assertThat(Printable.block("a\r\n\tb\u001b[1m\rc")).isEqualTo("a\n\tb�[1m�c");
  }

  @Test
  void jsonKeepsItsValueButNotItsBytes() {
    String json = "{\"title\":\"a\u009b2J\u202eb\u007f🚀\"}";
    String printed = Printable.json(json);

    assertThat(printed.chars().noneMatch(c -> c == 0x9b || c == 0x202e || c == 0x7f)).isTrue();
    assertThat(Json.read(printed.getBytes(java.nio.charset.StandardCharsets.UTF_8), "it"))
        .isEqualTo(Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "it"));
  }

  @Test
  void aSheetCleansAllItIsGiven() {
    Sheet sheet =
        new Sheet(Json.object())
            .heading(HOSTILE)
            .sentence(HOSTILE)
            .facts(Map.of(HOSTILE, HOSTILE))
            .table(List.of("x"), List.of(List.of(HOSTILE)))
            .block("diff", "+" + HOSTILE + "\n-old");

    for (String shown : List.of(sheet.text(new Style(false)), sheet.markdown())) {
      assertThat(shown).doesNotContain("\u001b", "\u009b", "\u0007", "\r", "\u202e", "\u2066");
    }
  }

  @Test
  void markdownOfOthersNeitherFormatsNorLinks() {
    Sheet sheet =
        new Sheet(Json.object())
            .sentence("<script> [x](y) `z`")
            .table(List.of("x"), List.of(List.of("a | b")))
            .block("", "```\nout");

    assertThat(sheet.markdown())
        .contains("\\<script\\> \\[x\\](y) \\`z\\`", "a \\| b", "````\n```\nout\n````");
  }
}
