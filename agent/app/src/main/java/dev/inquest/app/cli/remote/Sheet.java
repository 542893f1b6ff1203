package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Columns;
import dev.inquest.app.cli.output.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** An answer made of parts, and the JSON it was made from. Makes every text in it printable. */
final class Sheet implements Answer {
  /** A piece of a sheet. */
  private sealed interface Part {}

  private record Heading(String text) implements Part {}

  private record Sentence(String text) implements Part {}

  private record Facts(Map<String, String> facts) implements Part {}

  private record Table(List<String> heading, List<List<String>> rows) implements Part {}

  private record Block(String language, String text) implements Part {}

  private final JsonNode json;
  private final List<Part> parts = new ArrayList<>();

  Sheet(JsonNode json) {
    this.json = json;
  }

  Sheet heading(String text) {
    parts.add(new Heading(Printable.line(text)));
    return this;
  }

  /** Nothing where it is blank. */
  Sheet sentence(String text) {
    if (!text.isBlank()) {
      parts.add(new Sentence(Printable.line(text)));
    }
    return this;
  }

  /** Those without a value are left out. */
  Sheet facts(Map<String, String> facts) {
    Map<String, String> known = new LinkedHashMap<>();
    facts.forEach((name, value) -> {
      if (!value.isBlank() && !value.equals(Json.NONE)) {
        known.put(Printable.line(name), Printable.line(value));
      }
    });
    if (!known.isEmpty()) {
      parts.add(new Facts(known));
    }
    return this;
  }

  /** Nothing where there is no row. */
  Sheet table(List<String> heading, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      parts.add(new Table(heading, printable(rows, Printable::line)));
    }
    return this;
  }

  /** As {@link #table}, under a heading. */
  Sheet table(String title, List<String> heading, List<List<String>> rows) {
    return rows.isEmpty() ? this : heading(title).table(heading, rows);
  }

  /** Lines as they are; nothing where it is blank. */
  Sheet block(String language, String text) {
    if (!text.isBlank()) {
      parts.add(new Block(language, Printable.block(text).stripTrailing()));
    }
    return this;
  }

  @Override
  public JsonNode json() {
    return json;
  }

  @Override
  public String text(Style style) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Heading(String text) ->
            out.append(out.isEmpty() ? "" : "\n").append(bold(text, style));
        case Sentence(String text) -> out.append(text).append('\n');
        case Facts(Map<String, String> facts) -> aligned(out, facts, style);
        case Table(List<String> heading, List<List<String>> rows) ->
            out.append(new Columns(heading, rows).text(style));
        case Block(String language, String text) -> block(out, language, text, style);
      }
    }
    return out.toString();
  }

  private static String bold(String text, Style style) {
    return (style.colour() ? "\u001B[1m" + text + "\u001B[0m" : text) + "\n";
  }

  private static void aligned(StringBuilder out, Map<String, String> facts, Style style) {
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    facts.forEach((name, value) ->
        out.append(style.faint(name))
            .append(" ".repeat(width - name.length() + 2))
            .append(value)
            .append('\n'));
  }

  private static void block(StringBuilder out, String language, String text, Style style) {
    boolean diff = language.equals("diff");
    text.lines()
        .forEach(line -> out.append("  ").append(diff ? marked(line, style) : line).append('\n'));
  }

  private static String marked(String line, Style style) {
    if (line.startsWith("+")) {
      return style.good(line);
    }
    return line.startsWith("-") ? style.bad(line) : line;
  }

  @Override
  public String markdown() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      out.append(out.isEmpty() ? "" : "\n");
      switch (part) {
        case Heading(String text) -> out.append("## ").append(escaped(text)).append('\n');
        case Sentence(String text) -> out.append(escaped(text)).append('\n');
        case Facts(Map<String, String> facts) ->
            facts.forEach(
                (name, value) -> out.append("- %s: %s\n".formatted(escaped(name), escaped(value))));
        case Table(List<String> heading, List<List<String>> rows) ->
            out.append(new Columns(heading, printable(rows, Sheet::escaped)).markdown());
        case Block(String language, String text) -> fenced(out, language, text);
      }
    }
    return out.toString();
  }

  private static void fenced(StringBuilder out, String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    out.append(fence).append(language).append('\n').append(text).append('\n');
    out.append(fence).append('\n');
  }

  /** Without the characters' meaning in Markdown and HTML; a bar is the table's own affair. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }

  private static List<List<String>> printable(
      List<List<String>> rows, UnaryOperator<String> cleaning) {
    return rows.stream().map(row -> row.stream().map(cleaning).toList()).toList();
  }
}
