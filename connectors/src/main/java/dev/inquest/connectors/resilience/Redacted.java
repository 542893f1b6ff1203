package dev.inquest.connectors.resilience;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Foreign text made fit for a message: one short line, no credential. */
public final class Redacted {
  private static final int MAX_CHARS = 200;
  private static final int MAX_READ_CHARS = 4_000;
  private static final Pattern USER_INFO = Pattern.compile("//[^/\\s@]{1,500}@");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(authorization|private-token|job-token|password|passwd|secret|access_token|token|"
              + "api[_-]?key)\\b[\"']?\\s{0,4}[:=]\\s{0,4}(?:bearer\\s{1,4}|basic\\s{1,4})?"
              + "[\"']?[^\\s\"',;&]{1,500}");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s{1,4}[A-Za-z0-9._~+/=-]{6,500}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  private Redacted() {}

  public static String text(@Nullable String foreign) {
    if (foreign == null) {
      return "";
    }
    String bounded = cut(foreign, MAX_READ_CHARS);
    String oneLine = UNSEEN.matcher(bounded).replaceAll(" ").strip();
    String noUser = USER_INFO.matcher(oneLine).replaceAll("//***@");
    String noSecret = SECRET.matcher(noUser).replaceAll("$1=***");
    return cut(BEARER.matcher(noSecret).replaceAll("$1 ***"), MAX_CHARS);
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max) + "…";
  }
}
