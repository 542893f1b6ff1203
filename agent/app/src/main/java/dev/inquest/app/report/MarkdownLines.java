package dev.inquest.app.report;

import dev.inquest.app.storage.CleanText;
import java.time.Instant;
import java.util.List;

/** Markdown, line by line, and what makes text from outside harmless in it. */
final class MarkdownLines {
  private static final String MEANING = "\\`*_[]<>|#";

  private final StringBuilder out = new StringBuilder(8_000);

  void line(String text) {
    out.append(text).append('\n');
  }

  void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  /** As it stands: the fence is longer than any in it. */
  void fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    line(fence + language);
    line(text.stripTrailing());
    line(fence);
  }

  String text() {
    return out.toString();
  }

  static String ids(List<String> ids) {
    return ids.isEmpty() ? "" : "`" + String.join("`, `", ids) + "`";
  }

  static String time(Instant at) {
    return at.toString().substring(0, 19) + "Z";
  }

  /** One line, with the characters that Markdown or HTML give a meaning to made plain. */
  static String safe(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || CleanText.reorders(c)) {
        plain.append(' ');
      } else if (MEANING.indexOf(c) >= 0) {
        plain.append('\\').append(c);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
