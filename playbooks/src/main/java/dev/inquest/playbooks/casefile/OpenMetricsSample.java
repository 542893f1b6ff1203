package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SeriesId;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sample's line taken apart: {@code name{label="value",…} value timestamp # exemplar}.
 *
 * @param prefix the text up to the value, by which the next line of the same series is known
 */
record OpenMetricsSample(String prefix, SeriesId id) {
  private static final int MAX_LABELS = 64;

  static OpenMetricsSample parse(String line) {
    int at = nameEnd(line, 0, true);
    String name = line.substring(0, at);
    TreeMap<String, String> labels = new TreeMap<>();
    if (at < line.length() && line.charAt(at) == '{') {
      at = labels(line, at + 1, labels);
    }
    if (name.isEmpty() || at >= line.length() || line.charAt(at) != ' ') {
      throw new IllegalArgumentException("expected: name{label=\"value\"} value timestamp");
    }
    return new OpenMetricsSample(line.substring(0, at + 1), new SeriesId(name, labels));
  }

  /** The value and the time of a line that begins with the prefix. */
  double value(String line) {
    return number(line.substring(prefix.length(), valueEnd(line)));
  }

  long millis(String line) {
    int from = valueEnd(line) + 1;
    int to = line.indexOf(' ', from);
    if (to >= 0 && !line.startsWith(" # {", to)) {
      throw new IllegalArgumentException("something follows the timestamp");
    }
    return millisOf(line.substring(from, to < 0 ? line.length() : to));
  }

  private int valueEnd(String line) {
    int end = line.indexOf(' ', prefix.length());
    if (end < 0 || line.startsWith(" # {", end)) {
      throw new IllegalArgumentException("a sample needs its timestamp");
    }
    return end;
  }

  /** Reads labels from after the brace; returns the index after the closing one. */
  private static int labels(String line, int from, Map<String, String> labels) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '}') {
      int equals = nameEnd(line, at, false);
      if (equals == at || !line.startsWith("=\"", equals) || labels.size() >= MAX_LABELS) {
        throw new IllegalArgumentException("expected: label=\"value\", at most " + MAX_LABELS);
      }
      StringBuilder value = new StringBuilder();
      int end = quoted(line, equals + 2, value);
      if (labels.put(line.substring(at, equals), value.toString()) != null) {
        throw new IllegalArgumentException("a label stands twice");
      }
      at = end < line.length() && line.charAt(end) == ',' ? end + 1 : end;
    }
    return at + 1;
  }

  /** Reads up to the closing quote; returns the index after it. */
  private static int quoted(String line, int from, StringBuilder value) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '"') {
      char c = line.charAt(at++);
      if (c == '\\' && at < line.length()) {
        char escaped = line.charAt(at++);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
    if (at >= line.length()) {
      throw new IllegalArgumentException("a label's value does not end");
    }
    return at + 1;
  }

  private static int nameEnd(String line, int from, boolean colon) {
    int at = from;
    while (at < line.length() && OpenMetricsNames.mayHold(line.charAt(at), at == from, colon)) {
      at++;
    }
    return at;
  }

  static double number(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(digits(text));
    };
  }

  private static long millisOf(String text) {
    if (text.indexOf('.') < 0 && text.indexOf('e') < 0) {
      return Math.multiplyExact(Long.parseLong(digits(text)), 1000L);
    }
    return new BigDecimal(digits(text))
        .movePointRight(3)
        .setScale(0, java.math.RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** Java reads more spellings than OpenMetrics has. */
  private static String digits(String text) {
    boolean legal = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      legal &= (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0;
    }
    if (!legal) {
      throw new IllegalArgumentException("not a number: " + text);
    }
    return text;
  }
}
