package dev.inquest.app.cli.output;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table; every row has as many cells as the heading.
 *
 * @param heading in capitals as text, as it is in Markdown
 */
public record Columns(List<String> heading, List<List<String>> rows) {
  private static final String GAP = "  ";

  public Columns {
    heading = List.copyOf(heading);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Aligned, two spaces apart. */
  public String text(Style style) {
    int[] widths = widths();
    String head = line(heading.stream().map(Columns::capitals).toList(), widths);
    return style.faint(head)
        + "\n"
        + rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
  }

  public String markdown() {
    return Stream.concat(
            Stream.of(heading, heading.stream().map(_ -> "---").toList()), rows.stream())
        .map(
            row -> row.stream().map(Columns::cell).collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining());
  }

  private int[] widths() {
    int[] widths = new int[heading.size()];
    Stream.concat(Stream.of(heading), rows.stream())
        .forEach(row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String capitals(String heading) {
    return heading.toUpperCase(java.util.Locale.ROOT);
  }

  /** A bar would begin a new cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
