package dev.inquest.playbooks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change's text with placeholders such as {@code {service}}. */
final class PatchTemplate {
  private static final Map<String, Integer> SEVERITIES =
      Map.of("DEBUG", 5, "INFO", 9, "WARN", 13, "ERROR", 17);

  final String mechanism;
  final String language;
  private String title = "";
  private @Nullable String log;
  private int severity = 9;
  private @Nullable String exception;
  private @Nullable String stack;
  private final List<String> files = new ArrayList<>();
  private final List<List<String>> hunks = new ArrayList<>();

  PatchTemplate(String mechanism, String language) {
    this.mechanism = mechanism;
    this.language = language;
  }

  /**
   * @param line of the resource, as {@code Patches} reads it
   */
  void add(String line) {
    if (line.startsWith("+") || line.startsWith("-") || line.startsWith(" ")) {
      hunks.getLast().add(line);
      return;
    }
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    switch (line.substring(0, Math.max(0, space))) {
      case "title" -> title = rest;
      case "file" -> {
        files.add(rest);
        hunks.add(new ArrayList<>());
      }
      case "log" -> {
        severity = SEVERITIES.getOrDefault(rest.substring(0, rest.indexOf(' ')), 9);
        log = rest.substring(rest.indexOf(' ') + 1);
      }
      case "exception" -> exception = rest;
      case "stack" -> stack = rest;
      default -> throw new IllegalStateException("a patch has no line such as: " + line);
    }
  }

  Patch fill(Map<String, String> words, int firstLine) {
    StringBuilder diff = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      hunk(diff, files.get(i), hunks.get(i), firstLine);
    }
    return new Patch(
        filled(title, words),
        files.stream().map(file -> filled(file, words)).toList(),
        filled(diff.toString(), words),
        severity,
        log == null ? null : filled(log, words),
        exception,
        stack == null ? null : filled(stack, words));
  }

  private static void hunk(StringBuilder out, String file, List<String> lines, int first) {
    long before = lines.stream().filter(line -> !line.startsWith("+")).count();
    long after = lines.stream().filter(line -> !line.startsWith("-")).count();
    boolean added = before == 0;
    out.append("diff --git a/").append(file).append(" b/").append(file).append('\n');
    out.append("--- ").append(added ? "/dev/null" : "a/" + file).append('\n');
    out.append("+++ b/").append(file).append('\n');
    out.append("@@ -").append(added ? "0,0" : first + "," + before);
    out.append(" +").append(added ? "1" : String.valueOf(first)).append(',').append(after);
    out.append(" @@\n");
    lines.forEach(line -> out.append(line).append('\n'));
  }

  private static String filled(String text, Map<String, String> words) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        return out.append(text, at, text.length()).toString();
      }
      int close = text.indexOf('}', open);
      String word = close < 0 ? null : words.get(text.substring(open + 1, close));
      out.append(text, at, open).append(word == null ? "{" : word);
      at = word == null ? open + 1 : close + 1;
    }
  }
}
