package dev.inquest.app.report;

import dev.inquest.investigation.OperationShift;
import java.util.ArrayList;
import java.util.List;

/** Where the time went, in Markdown: a table of operations, and what their slow spans share. */
final class OperationLines {
  private static final int MAX_OPERATIONS = 10;

  private OperationLines() {}

  static List<String> of(List<OperationShift> operations) {
    List<String> lines = new ArrayList<>();
    lines.add("| service | operation | self-time p95 before | after | errors before | after |");
    lines.add("|---|---|---:|---:|---:|---:|");
    operations.stream().limit(MAX_OPERATIONS).map(OperationLines::row).forEach(lines::add);
    List<SlowOnes> slow = SlowOnes.of(operations);
    if (!slow.isEmpty()) {
      lines.add("");
      slow.stream().map(OperationLines::shared).forEach(lines::add);
    }
    return lines;
  }

  private static String row(OperationShift o) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            MarkdownLines.safe(o.service()),
            MarkdownLines.safe(o.operation()),
            Words.seconds(o.beforeP95Seconds()),
            Words.seconds(o.afterP95Seconds()),
            Words.percent(o.errorsBefore()),
            Words.percent(o.errorsAfter()));
  }

  private static String shared(SlowOnes slow) {
    return "- %s: %s (`%s`)"
        .formatted(
            MarkdownLines.safe(slow.where()), MarkdownLines.safe(slow.said()), slow.evidence());
  }
}
