package dev.inquest.ranking;

import dev.inquest.evidence.LogRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What statement wrote a log record. Where the record tells its place in the code ({@code
 * Basket#45}, {@code basket.go:45}) that is it; else the text with everything that varies masked,
 * of which the first words count (after Drain; He, Zhu, Zheng and Lyu, 2017). Not thread-safe.
 */
final class LogLabels {
  static final int ERROR_SEVERITY = 17;
  private static final int MAX_WORDS = 8;
  private static final int MAX_CHARACTERS = 300;
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<![\\w/@#-])([A-Za-z_$][\\w$\\[\\].]*#\\d{1,6}"
              + "|[\\w$-]+\\.(?:java|kt|scala|go|py|js|ts|rb|cs|cc|cpp|c|rs|php):\\d{1,6})(?!\\w)");
  private static final Pattern VARIES =
      Pattern.compile("\"[^\"]*\"|'[^']*'|[\\[({][^\\])}]*[\\])}]|\\S*\\d\\S*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, Label> known = new HashMap<>();

  /**
   * A statement.
   *
   * @param place whether {@code text} is a place in the code
   */
  record Label(String text, boolean place, boolean error) {
    String key() {
      return (error ? "!" : "") + text;
    }
  }

  Label of(LogRecord log) {
    boolean error = log.severity() >= ERROR_SEVERITY;
    String body = log.body();
    String start = body.length() > MAX_CHARACTERS ? body.substring(0, MAX_CHARACTERS) : body;
    Matcher place = PLACE.matcher(start);
    Label label =
        place.find()
            ? new Label(place.group(1), true, error)
            : new Label(mask(start), false, error);
    return known.computeIfAbsent(label.key(), k -> label);
  }

  private static String mask(String text) {
    String[] words = SPACE.split(VARIES.matcher(text).replaceAll("*").strip(), -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(MAX_WORDS, words.length); i++) {
      out.append(i == 0 ? "" : " ").append(words[i]);
    }
    return out.toString();
  }
}
