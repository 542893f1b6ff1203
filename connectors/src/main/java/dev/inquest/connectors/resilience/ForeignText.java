package dev.inquest.connectors.resilience;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of another system made storable: bounded, and without characters that no store takes. */
public final class ForeignText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern BREAKS = Pattern.compile("[\\n\\t]");

  private ForeignText() {}

  /** One line; null where nothing is left. */
  public static @Nullable String line(@Nullable String foreign, int maxChars) {
    String clean = BREAKS.matcher(block(foreign, maxChars)).replaceAll(" ").strip();
    return clean.isEmpty() ? null : clean;
  }

  /** Lines and tabs are kept, carriage returns go, other control characters become U+FFFD. */
  public static String block(@Nullable String foreign, int maxChars) {
    if (foreign == null) {
      return "";
    }
    String bounded = foreign.length() <= maxChars ? foreign : foreign.substring(0, maxChars);
    return CONTROL.matcher(bounded.replace("\r\n", "\n")).replaceAll("\uFFFD");
  }
}
