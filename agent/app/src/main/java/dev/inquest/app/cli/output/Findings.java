package dev.inquest.app.cli.output;

import static java.util.stream.Collectors.joining;

import dev.inquest.app.cli.ExitCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Findings, the worst first.
 *
 * @param verdict one sentence over all of them
 */
public record Findings(String verdict, List<Finding> findings) implements Answer {
  private static final int LEVEL_WIDTH = "problem  ".length();

  public Findings {
    findings = findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }

  /**
   * @param fine the sentence where nothing is wrong
   */
  public static Findings of(List<Finding> findings, String fine) {
    String counts =
        Stream.of(Level.PROBLEM, Level.WARNING)
            .map(level -> counted(findings, level))
            .filter(text -> !text.isEmpty())
            .collect(joining(", "));
    return new Findings(counts.isEmpty() ? fine : counts + ".", findings);
  }

  private static String counted(List<Finding> findings, Level level) {
    long count = findings.stream().filter(f -> f.level() == level).count();
    return count == 0 ? "" : count + " " + level.word() + (count == 1 ? "" : "s");
  }

  /** {@code 3} where there are problems. */
  public int exitCode() {
    boolean problems = findings.stream().anyMatch(f -> f.level() == Level.PROBLEM);
    return problems ? ExitCodes.PARTIAL : ExitCodes.DONE;
  }

  @Override
  public String text(Style style) {
    int areas = findings.stream().mapToInt(f -> f.area().length()).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(verdict, ""));
    for (Finding finding : findings) {
      String level = finding.level().word();
      lines.add(
          finding.level().styled(style)
              + " ".repeat(LEVEL_WIDTH - level.length())
              + finding.area()
              + " ".repeat(areas - finding.area().length() + 2)
              + finding.what());
      if (!finding.fix().isEmpty()) {
        lines.add(" ".repeat(LEVEL_WIDTH + areas + 2) + style.faint("→ " + finding.fix()));
      }
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  @Override
  public String markdown() {
    return verdict
        + "\n\n"
        + findings.stream()
            .map(f ->
                "- **%s** %s: %s%s\n"
                    .formatted(
                        f.level().word().toUpperCase(Locale.ROOT),
                        f.area(),
                        f.what(),
                        f.fix().isEmpty() ? "" : " *" + f.fix() + "*"))
            .collect(joining());
  }

  @Override
  public Object json() {
    return this;
  }
}
