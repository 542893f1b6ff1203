package dev.inquest.connectors.postgresql.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as PostgreSQL's catalogue has them: folded to lower case unless quoted. */
final class Names {
  private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^.\"]+)");

  private Names() {}

  /** {@code "We""ird"} as {@code We"ird}, {@code Orders} as {@code orders}. */
  static String fold(String written) {
    if (written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"")) {
      return written.substring(1, written.length() - 1).replace("\"\"", "\"");
    }
    return written.toLowerCase(Locale.ROOT);
  }

  /** A dotted name's parts, each folded. */
  static List<String> parts(String written) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(written);
    while (matcher.find()) {
      parts.add(fold(matcher.group().strip()));
    }
    return parts;
  }
}
