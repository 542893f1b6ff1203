package dev.inquest.change;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text a program's lines hold in string literals, pieces joined. */
final class Literals {
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"|'''");
  private static final Pattern SQL =
      Pattern.compile(
          "(?i)\\b(select\\b.+\\bfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\b",
          Pattern.DOTALL);

  private static final Pattern SCHEMA =
      Pattern.compile(
          "(?i)\\b(create|alter|drop|rename|truncate)\\s+(unique\\s+|or\\s+replace\\s+)?"
              + "(table|index|view|materialized|schema|type|sequence|function|trigger|database)\\b"
              + "|"
              + SchemaTraits.CALLS);

  private Literals() {}

  /** Text blocks as they are, other lines by their literals. */
  static String joined(List<String> lines) {
    StringBuilder out = new StringBuilder();
    boolean block = false;
    for (String line : lines) {
      long fences = TEXT_BLOCK.matcher(line).results().count();
      if (block || fences > 0) {
        out.append(line).append('\n');
      } else {
        literals(line, out);
      }
      block = (fences % 2 == 1) != block;
    }
    return out.toString();
  }

  /** A file of SQL without its comments. */
  static String sqlFile(List<String> lines) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      int comment = line.indexOf("--");
      out.append(comment < 0 ? line : line.substring(0, comment)).append('\n');
    }
    return out.toString();
  }

  /** Whether the text holds a statement that defines tables or indexes. */
  static boolean isSchema(String text) {
    return SCHEMA.matcher(text).find();
  }

  /** Whether the text holds a statement that reads or writes rows. */
  static boolean isSql(String text) {
    return SQL.matcher(text).find();
  }

  private static void literals(String line, StringBuilder out) {
    Matcher matcher = QUOTED.matcher(line);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          out.append(matcher.group(group)).append(' ');
        }
      }
    }
  }
}
