package dev.inquest.playbooks.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart at its {@code ---} fences.
 *
 * @param yaml the text between them
 * @param body the text below them
 * @param bodyLine the line of the file on which the body begins, from 1
 */
record FrontMatter(String yaml, String body, int bodyLine) {
  /** The line of the file on which the YAML begins. */
  static final int YAML_LINE = 2;

  private static final String FENCE = "---";

  /** Null where the file does not begin with front matter. */
  static @Nullable FrontMatter of(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
      return null;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(FENCE)) {
        String yaml = String.join("\n", lines.subList(1, i));
        String body = String.join("\n", lines.subList(i + 1, lines.size())).strip();
        return new FrontMatter(yaml, body, firstText(lines, i + 1) + 1);
      }
    }
    return null;
  }

  private static int firstText(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }
}
