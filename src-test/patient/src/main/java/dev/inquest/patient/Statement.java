package dev.inquest.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code queries/}: SQL with {@code :name} parameters.
 *
 * @param sql with {@code ?} in place of the names
 * @param parameters names in order of appearance
 * @param operation the first word, upper case
 * @param table the first table named
 */
record Statement(String name, String sql, List<String> parameters, String operation, String table) {
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|into|update)\\s+([a-z_]+)", Pattern.CASE_INSENSITIVE);

  Statement {
    parameters = List.copyOf(parameters);
  }

  static Statement parse(String name, String text) {
    String source =
        text.lines()
            .filter(line -> !line.strip().startsWith("--"))
            .reduce("", (a, b) -> a + "\n" + b)
            .strip();
    List<String> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(source);
    StringBuilder sql = new StringBuilder();
    while (matcher.find()) {
      parameters.add(matcher.group(1));
      matcher.appendReplacement(sql, "?");
    }
    matcher.appendTail(sql);
    return new Statement(
        name,
        sql.toString().replaceAll(";\\s*$", ""),
        parameters,
        source.replaceAll("(?s)\\W.*", "").toUpperCase(Locale.ROOT),
        tableOf(name, source));
  }

  private static String tableOf(String name, String source) {
    Matcher matcher = TABLE.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("queries/" + name + ".sql names no table");
    }
    return matcher.group(1);
  }

  /** Low in cardinality, e.g. {@code SELECT orders}. */
  String summary() {
    return operation + " " + table;
  }
}
