package dev.inquest.change;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a changed line is, by its words: comment, message, style, or about something. */
final class CodeLines {
  private static final Pattern COMMENT =
      Pattern.compile("\\s*(//|/\\*|\\*/|\\*\\s|\\*$|#(?!include|define|if)|--|<!--|;;).*|\\s*");
  private static final Pattern LOGGING =
      Pattern.compile(
          "(?i)\\s*(?:\\w+\\s*:?=\\s*)?(?:append\\(\\w+,\\s*)?(?:[\\w.]*\\b\\w*(?:log|logger|logging|slog|console)\\b[\\w.]*(?:\\.|->))"
              + "(?:trace|debug|info|warn|warning|error|log|atInfo|atDebug|atWarn|with|String|Int|fields?|msg)[fw]?\\b.*"
              + "|\\s*log\\.print(?:f|ln)?\\b.*|\\s*LOG_(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)\\b.*");
  private static final Pattern CONTINUED_TEXT = Pattern.compile("\\s*\\+?\\s*\"[^\"]*\"[,);]*\\s*");
  private static final Pattern MESSAGE =
      Pattern.compile(
          "\\s*[\"'`](?!(?i:select|insert|update|delete|with|create|alter|drop)\\b)[^\"'`]*\\s[^\"'`]*[\"'`][,;)]*\\s*");
  private static final Pattern COLOUR =
      Pattern.compile(".*[\"']?#[0-9A-Fa-f]{3,8}\\b.*|.*\\b\\d+px\\b.*");
  private static final Set<String> LOOKS =
      Set.of(
          "radius",
          "padding",
          "margin",
          "color",
          "colour",
          "font",
          "border",
          "shadow",
          "background",
          "palette",
          "opacity",
          "accent",
          "surface",
          "classname");
  private static final Set<String> PAGES =
      Set.of("ts", "tsx", "js", "jsx", "vue", "svelte", "html");
  private static final Pattern NULLS =
      Pattern.compile(
          "(?i).*([!=]=\\s*null|requireNonNull|isPresent|orElse|Optional|isNull|is None|\\bnil\\b"
              + "|\\?\\.|!!|undefined).*");
  private static final Pattern GO_ERROR =
      Pattern.compile(".*\\berr\\b.*\\bnil\\b.*|\\s*return\\b.*\\bnil\\b.*");

  private CodeLines() {}

  static boolean isComment(String line) {
    return COMMENT.matcher(line).matches();
  }

  /**
   * @param afterLog whether the line before, of the same side, was a message or its continuation
   */
  static boolean isMessage(String line, boolean afterLog) {
    return LOGGING.matcher(line).matches()
        || MESSAGE.matcher(line).matches()
        || (afterLog && CONTINUED_TEXT.matcher(line).matches());
  }

  /** Colours, sizes and margins of a page. */
  static boolean isStyle(String line, String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return PAGES.contains(ending)
        && (COLOUR.matcher(line).matches() || Words.parts(line).stream().anyMatch(LOOKS::contains));
  }

  /** What a line that nothing else was seen in speaks of. */
  static Mechanism about(String line, Mechanism otherwise) {
    return Topic.of(List.of(line))
        .orElseGet(() ->
            NULLS.matcher(line).matches() && !GO_ERROR.matcher(line).matches()
                ? Mechanism.NULL_HANDLING
                : otherwise);
  }
}
