package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with what it counts, as settings and code write it: {@code 15m, 5*time.Second, 512Mi,
 * Duration.ofMinutes(2), PT5S, 5_000, 20%}.
 *
 * @param value in the base unit of its sort: milliseconds, bytes, or as written
 * @param sort {@code time, bytes, share} or empty
 */
record Quantity(double value, String sort) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<![\\w.#])|(?<=-X[mns][xs]))(?:(?<unitcall>[A-Za-z.]*(?:of|from)?(?:Millis|Seconds|Minutes|Hours|Days))\\s*\\(\\s*)?"
              + "(?:(?<kw>milliseconds|seconds|minutes|hours|days)\\s*=\\s*)?"
              + "(?<iso>PT?)?(?<number>\\d[\\d_]*(?:\\.\\d+)?)"
              + "(?:\\s*\\*\\s*(?<go>time\\.\\w+)|(?:\\.|\\s*)(?<unit>[A-Za-z%]+))?");
  private static final Map<String, Double> TIMES =
      Map.ofEntries(
          Map.entry("ns", 1e-6),
          Map.entry("us", 1e-3),
          Map.entry("ms", 1.0),
          Map.entry("milli", 1.0),
          Map.entry("s", 1e3),
          Map.entry("sec", 1e3),
          Map.entry("second", 1e3),
          Map.entry("m", 6e4),
          Map.entry("min", 6e4),
          Map.entry("minute", 6e4),
          Map.entry("h", 3.6e6),
          Map.entry("hour", 3.6e6),
          Map.entry("d", 8.64e7),
          Map.entry("day", 8.64e7),
          Map.entry("millisecond", 1.0),
          Map.entry("microsecond", 1e-3),
          Map.entry("nanosecond", 1e-6));
  private static final Map<String, Double> BYTES =
      Map.ofEntries(
          Map.entry("b", 1.0),
          Map.entry("k", 1024.0),
          Map.entry("kb", 1024.0),
          Map.entry("ki", 1024.0),
          Map.entry("kib", 1024.0),
          Map.entry("mb", 1048576.0),
          Map.entry("mi", 1048576.0),
          Map.entry("mib", 1048576.0),
          Map.entry("g", 1073741824.0),
          Map.entry("gb", 1073741824.0),
          Map.entry("gi", 1073741824.0),
          Map.entry("gib", 1073741824.0));

  /** Every quantity of a line, in order; what stands in names ({@code sha256}) is none. */
  static List<Quantity> in(String line) {
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(line);
    while (matcher.find()) {
      found.add(of(matcher));
    }
    return found;
  }

  /** The line with every quantity replaced, so that two lines compare but for their numbers. */
  static String skeleton(String line) {
    return NUMBER.matcher(line).replaceAll("#");
  }

  private static Quantity of(Matcher matcher) {
    double number = number(matcher.group("number"));
    String unit = unit(matcher);
    if (unit.equals("%")) {
      return new Quantity(number, "share");
    }
    String singular = unit.endsWith("s") && unit.length() > 2 ? cut(unit) : unit;
    Double time = TIMES.getOrDefault(unit, TIMES.get(singular));
    if (time != null) {
      return new Quantity(number * time, "time");
    }
    Double bytes = BYTES.get(unit);
    return bytes != null ? new Quantity(number * bytes, "bytes") : new Quantity(number, "");
  }

  private static String unit(Matcher matcher) {
    String call = matcher.group("unitcall");
    if (call != null) {
      return Words.parts(call).getLast();
    }
    String word = matcher.group("kw");
    if (word != null) {
      return word;
    }
    String go = matcher.group("go");
    if (go != null) {
      return go.substring(go.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
    String unit = matcher.group("unit");
    return unit == null ? "" : unit.toLowerCase(Locale.ROOT);
  }

  private static String cut(String unit) {
    return unit.substring(0, unit.length() - 1);
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace("_", ""));
  }
}
