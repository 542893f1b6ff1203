package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a migration does to tables: makes, drops, renames, alters. */
final class SchemaTraits {
  /** How tools for migrations name it: {@code dropIndex}, {@code remove_index}. */
  static final String CALLS =
      "(?<![A-Za-z])(?:drop|remove|delete|create|add|rename|alter|modify|change)_?"
          + "(?i:index|table|column|constraint|foreign_?key|unique_?constraint)(?![a-z])";

  /** Runs are taken whole: a file may be nothing but spaces. */
  private static final String BETWEEN = "[\\s:('\"{,-]*+";

  private static final Pattern CALL =
      Pattern.compile(
          "(" + CALLS + ")" + BETWEEN + "(?:(?:tableName|table_name)" + BETWEEN + ")?(\\w*)");

  private static final Map<Pattern, Direction> STATEMENTS =
      Map.of(
          Pattern.compile(
              "(?i)\\bcreate\\s+(?:unique\\s+)?index\\b.*?\\bon\\s+(\\w+)", Pattern.DOTALL),
          Direction.ADDED,
          Pattern.compile("(?i)\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)"),
          Direction.ADDED,
          Pattern.compile(
              "(?i)\\bdrop\\s+(?:index|table|column|view|constraint)\\s+(?:concurrently\\s+)?(?:if\\s+exists\\s+)?(\\w+)"),
          Direction.REMOVED,
          Pattern.compile("(?i)\\brename\\s+(?:column\\s+|table\\s+)?(\\w*)"),
          Direction.REMOVED,
          Pattern.compile("(?i)\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(\\w+)"),
          Direction.CHANGED,
          Pattern.compile("(?i)\\b(?:update|delete\\s+from|insert\\s+into)\\s+(\\w+)"),
          Direction.CHANGED);

  private SchemaTraits() {}

  static List<Trait> read(String sql, String path) {
    List<Trait> traits = new ArrayList<>();
    STATEMENTS.forEach((pattern, direction) -> {
      Matcher matcher = pattern.matcher(sql);
      while (matcher.find()) {
        traits.add(Trait.structure(Mechanism.SCHEMA, direction, matcher.group(1), path));
      }
    });
    calls(sql, path, traits);
    traits.sort(java.util.Comparator.comparing(Trait::key).thenComparing(Trait::direction));
    return traits;
  }

  private static void calls(String text, String path, List<Trait> traits) {
    Matcher matcher = CALL.matcher(text);
    while (matcher.find()) {
      String verb = matcher.group(1).toLowerCase(Locale.ROOT);
      Direction direction =
          verb.startsWith("create") || verb.startsWith("add")
              ? Direction.ADDED
              : verb.startsWith("alter") || verb.startsWith("modify") || verb.startsWith("change")
                  ? Direction.CHANGED
                  : Direction.REMOVED;
      traits.add(Trait.structure(Mechanism.SCHEMA, direction, matcher.group(2), path));
    }
  }
}
