package dev.inquest.ranking;

import dev.inquest.evidence.LogRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What statement wrote a log record. Where the record tells its place in the code ({@code
 * Basket#45}, {@code basket.go:45}) that is it; else the text's {@link Masked} first words. Not
 * thread-safe.
 */
final class LogLabels {
  static final int ERROR_SEVERITY = 17;
  private static final int MAX_CHARACTERS = 300;
  private static final int MOST_DIGITS = 6;
  static final Pattern PLACE =
      Pattern.compile(
          "(?<![\\w/@#-])([A-Za-z_$][\\w$\\[\\].]*#\\d{1,6}"
              + "|[\\w$-]+\\.(?:java|kt|scala|go|py|js|ts|rb|cs|cc|cpp|c|rs|php):\\d{1,6})(?!\\w)");

  private final Map<String, Label> known = new HashMap<>();

  /**
   * A statement.
   *
   * @param place whether {@code text} is a place in the code
   */
  record Label(String text, boolean place, boolean error) {
    String key() {
      return error ? "!" + text : text;
    }
  }

  Label of(LogRecord log) {
    boolean error = log.severity() >= ERROR_SEVERITY;
    String body = log.body();
    String start = body.length() > MAX_CHARACTERS ? body.substring(0, MAX_CHARACTERS) : body;
    String place = place(start);
    Label label =
        place == null ? new Label(Masked.of(start), false, error) : new Label(place, true, error);
    return known.computeIfAbsent(label.key(), k -> label);
  }

  static @Nullable String place(String text) {
    int from = placeNotBefore(text);
    if (from == text.length()) {
      return null;
    }
    String plain = plainPlace(text, from);
    if (plain != null) {
      return plain;
    }
    // the pattern may still look at what stands before, to see where a name begins
    Matcher place =
        PLACE
            .matcher(text)
            .region(from, text.length())
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    return place.find() ? place.group(1) : null;
  }

  /**
   * Where the name begins that a {@code #} or an ending's {@code :} and a digit first follow;
   * before it no place can stand. The text's length where none do.
   */
  private static int placeNotBefore(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '#' || c == ':') && isDigit(text.charAt(i + 1))) {
        int from = i;
        while (from > 0 && isOfName(text.charAt(from - 1))) {
          from--;
        }
        if (from < i && (c == '#' || Character.isLetter(text.charAt(i - 1)))) {
          return from;
        }
      }
    }
    return text.length();
  }

  /** The commonest form, {@code Basket#45}, which begins right there; null where it is another. */
  private static @Nullable String plainPlace(String text, int from) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    if (before > 127 || isWord(before) || "/@#-".indexOf(before) >= 0) {
      return null;
    }
    int hash = from;
    while (hash < text.length() && (isWord(text.charAt(hash)) || isPunctuation(text, hash))) {
      hash++;
    }
    int end = hash + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    boolean named =
        hash > from
            && hash < text.length()
            && text.charAt(hash) == '#'
            && isStart(text.charAt(from));
    boolean numbered = end > hash + 1 && end <= hash + 1 + MOST_DIGITS;
    boolean over = end >= text.length() || !isWord(text.charAt(end));
    return named && numbered && over ? text.substring(from, end) : null;
  }

  private static boolean isStart(char c) {
    return c == '$' || (isWord(c) && !isDigit(c));
  }

  private static boolean isPunctuation(String text, int at) {
    return "$[].".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }

  private static boolean isOfName(char c) {
    return Character.isLetter(c)
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c == '['
        || c == ']'
        || c == '.'
        || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
