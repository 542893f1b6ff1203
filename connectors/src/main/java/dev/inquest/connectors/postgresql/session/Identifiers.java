package dev.inquest.connectors.postgresql.session;

/** Names and literals put into SQL where the protocol takes no parameter. */
public final class Identifiers {
  private Identifiers() {}

  /** A name in double quotes, quotes within doubled. */
  public static String quote(String name) {
    return "\"" + clean(name).replace("\"", "\"\"") + "\"";
  }

  /** A dotted name of two quoted parts. */
  public static String quote(String schema, String name) {
    return quote(schema) + "." + quote(name);
  }

  /** A string literal; right whatever {@code standard_conforming_strings} says. */
  public static String literal(String text) {
    String doubled = clean(text).replace("'", "''");
    return doubled.indexOf('\\') < 0
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\") + "'";
  }

  private static String clean(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name or literal holds a NUL");
    }
    return text;
  }
}
