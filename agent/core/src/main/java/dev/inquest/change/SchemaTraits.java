package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a migration does to tables: makes, drops, renames, alters. */
final class SchemaTraits {
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
    traits.sort(java.util.Comparator.comparing(Trait::key).thenComparing(Trait::direction));
    return traits;
  }
}
