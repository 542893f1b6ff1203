package dev.inquest.app.incident;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One label matcher in Alertmanager's form: {@code name="value"}, {@code name!="value"}, {@code
 * name=~"regex"}, {@code name!~"regex"}; quotes may be left out. A label that is absent is empty.
 */
record Matcher(String name, boolean negated, Pattern pattern) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*");

  static Matcher parse(String text) {
    java.util.regex.Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a matcher such as alertname=\"X\": " + text);
    }
    String operator = form.group(2);
    String value = unquoted(form.group(3));
    return new Matcher(
        form.group(1), operator.startsWith("!"), pattern(operator.endsWith("~"), value));
  }

  boolean matches(Map<String, String> labels) {
    String value = labels.getOrDefault(name, "");
    return pattern.matcher(value).matches() != negated;
  }

  private static Pattern pattern(boolean regex, String value) {
    try {
      return regex ? Pattern.compile(value) : Pattern.compile(value, Pattern.LITERAL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("not a regular expression: " + value, e);
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
