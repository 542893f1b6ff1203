package dev.inquest.gate.policy;

import dev.inquest.gate.policy.SqlToken.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code SET lock_timeout = '5s';}: the first statement of a migration, at most a minute. */
final class LockTimeout {
  private static final Pattern VALUE = Pattern.compile("([1-9][0-9]{0,5}) ?(ms|s|min)?");
  private static final long MAX_MS = 60_000;

  private LockTimeout() {}

  static void read(SqlCursor cursor) {
    cursor.words("set", "lock_timeout");
    if (!cursor.trySymbol("=")) {
      cursor.words("to");
    }
    SqlToken value = cursor.take("a duration");
    boolean literal = value.kind() == Kind.STRING || value.kind() == Kind.NUMBER;
    if (!literal || !bounded(value.text())) {
      throw cursor.refuse("lock_timeout must be between 1 ms and 60 s");
    }
    cursor.symbol(";");
  }

  private static boolean bounded(String text) {
    Matcher matcher = VALUE.matcher(text);
    return matcher.matches() && millis(matcher) <= MAX_MS;
  }

  private static long millis(Matcher matcher) {
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> number * 1_000;
      case "min" -> number * 60_000;
      case null, default -> number;
    };
  }
}
