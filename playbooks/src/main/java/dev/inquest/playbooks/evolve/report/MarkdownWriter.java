package dev.inquest.playbooks.evolve.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Blocks as Markdown. A chart becomes a table of the rounds in which its value changed. */
final class MarkdownWriter {
  private MarkdownWriter() {}

  static String write(List<Block> blocks) {
    return blocks.stream().map(MarkdownWriter::write).collect(Collectors.joining("\n"));
  }

  private static String write(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          "#".repeat(heading.level()) + " " + plain(heading.text()) + "\n";
      case Block.Text text -> plain(text.text()) + "\n";
      case Block.Table table -> table(table);
      case Block.Chart chart -> table(changes(chart));
    };
  }

  private static String table(Block.Table table) {
    StringBuilder out = new StringBuilder();
    row(out, table.columns());
    row(out, table.columns().stream().map(c -> "---").toList());
    table.rows().forEach(r -> row(out, r));
    return out.toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ");
    out.append(cells.stream().map(MarkdownWriter::plain).collect(Collectors.joining(" | ")));
    out.append(" |\n");
  }

  static Block.Table changes(Block.Chart chart) {
    List<Double> values = chart.values();
    List<List<String>> rows = new java.util.ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean ends = i == 0 || i == values.size() - 1;
      if (ends || !values.get(i).equals(values.get(i - 1))) {
        rows.add(
            List.of(
                Integer.toString(i + 1),
                String.format(Locale.ROOT, "%.4f", values.get(i)),
                chart.marked().contains(i + 1) ? "kept" : ""));
      }
    }
    return new Block.Table(List.of("round", "score", ""), rows);
  }

  /** Nothing that begins markup, a cell or a line. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*\\[\\]|])", "\\\\$1");
  }
}
