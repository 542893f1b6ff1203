package dev.inquest.app.cli.local;

import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Columns;
import dev.inquest.app.cli.output.Style;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer of {@code purge}.
 *
 * @param skipped what was left alone, and why
 */
record Purged(boolean dryRun, List<Kind> kinds, List<String> skipped) implements Answer {
  /** One kind of what is kept. */
  record Kind(String kind, long keptDays, int count) {}

  Purged {
    kinds = List.copyOf(kinds);
    skipped = List.copyOf(skipped);
  }

  @Override
  public String text(Style style) {
    return columns().text(style) + remarks();
  }

  @Override
  public String markdown() {
    return columns().markdown() + remarks();
  }

  @Override
  public Object json() {
    return this;
  }

  private Columns columns() {
    return new Columns(
        List.of("kind", "kept", dryRun ? "would be deleted" : "deleted"),
        kinds.stream()
            .map(each ->
                List.of(
                    each.kind(),
                    each.keptDays() == 1 ? "1 day" : each.keptDays() + " days",
                    Integer.toString(each.count())))
            .toList());
  }

  private String remarks() {
    return skipped.stream()
        .map(line -> "\nLeft alone: " + line + ".\n")
        .collect(Collectors.joining());
  }
}
