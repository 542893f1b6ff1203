package dev.inquest.playbooks.evolve.report;

import java.util.List;
import java.util.stream.Collectors;

/** Blocks as one page that loads nothing and runs nothing. */
final class HtmlWriter {
  private HtmlWriter() {}

  static String write(String title, List<Block> blocks) {
    String body = blocks.stream().map(HtmlWriter::write).collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>%s</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 64rem; margin: auto; padding: 1rem; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; }
    th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%%, transparent);
      padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
    svg { width: 100%%; height: auto; }
    </style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(escaped(title), body);
  }

  private static String write(Block block) {
    return switch (block) {
      case Block.Heading h -> "<h%d>%s</h%d>\n".formatted(h.level(), escaped(h.text()), h.level());
      case Block.Text text -> "<p>" + escaped(text.text()) + "</p>\n";
      case Block.Table table -> table(table);
      case Block.Chart chart ->
          Curve.svg(chart)
              + "<details><summary>The numbers</summary>"
              + table(MarkdownWriter.changes(chart))
              + "</details>\n";
    };
  }

  private static String table(Block.Table table) {
    String head = row("th", table.columns());
    String body = table.rows().stream().map(r -> row("td", r)).collect(Collectors.joining());
    return "<div class=\"wide\"><table>\n<thead>"
        + head
        + "</thead>\n<tbody>"
        + body
        + "</tbody>\n</table></div>\n";
  }

  private static String row(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
