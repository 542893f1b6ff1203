package dev.inquest.change;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that gives a name a value, in any language: {@code key: value}, {@code cfg.Key = value},
 * {@code KEY: int = 3}, {@code Key: 15 * time.Minute,}.
 *
 * @param key as written
 * @param value as written, without quotes and the line's end
 */
record Setting(String key, String value) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:-\\s+|export\\s+|ENV\\s+|ARG\\s+|set\\s+|(?:public |private |static |final |const |let |var |val "
              + "|int |long |double |boolean |bool |String |string |Duration )*)"
              + "[\"']?([A-Za-z_][\\w.\\-\\[\\]$]*)[\"']?"
              + "\\s*(?::\\s*[A-Za-z_][\\w.\\[\\]]*\\s*=(?!=)|:=|=(?![=>])|:(?!:)|=>)\\s*(\\S.*?)\\s*[,;]?\\s*");
  private static final Pattern COMMENT = Pattern.compile("\\s+(?:#|//).*$");

  private static final Pattern PROSE =
      Pattern.compile("\\p{L}[\\p{L}'’]*(?:[,;:]?\\s\\p{L}[\\p{L}'’]*)+[.!?…]*");

  /** Louder first. */
  private static final List<String> LEVELS =
      List.of(
          "all",
          "trace",
          "debug",
          "verbose",
          "info",
          "information",
          "notice",
          "warn",
          "warning",
          "error",
          "critical",
          "fatal",
          "off",
          "none");

  static Optional<Setting> of(String line) {
    Matcher matcher = LINE.matcher(COMMENT.matcher(line).replaceFirst(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String value = matcher.group(2).strip();
    return Optional.of(new Setting(matcher.group(1), unquoted(value)));
  }

  /** Its only quantity, where the value is hardly anything else. */
  Optional<Quantity> quantity() {
    List<Quantity> all = Quantity.in(value);
    boolean plain = Quantity.skeleton(value).replaceAll("[^A-Za-z]", "").length() <= 12;
    return all.size() == 1 && plain ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** How loud a log level is, the loudest lowest; negative where it is none. */
  int level() {
    return LEVELS.indexOf(value.toLowerCase(Locale.ROOT).replaceAll(".*\\.", ""));
  }

  /** 1 where it says yes, 0 where it says no, negative where neither. */
  int yes() {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "enabled" -> 1;
      case "false", "off", "no", "disabled" -> 0;
      default -> -1;
    };
  }

  /** Whether it is a sentence or a label for people: several plain words and nothing else. */
  boolean isProse() {
    return PROSE.matcher(value).matches();
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
