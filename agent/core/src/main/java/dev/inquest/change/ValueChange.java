package dev.inquest.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting whose number changed.
 *
 * @param key as written, last part: {@code maximum-pool-size}
 */
public record ValueChange(String key, double before, double after) {
  private static final Pattern SETTING =
      Pattern.compile(
          "\\s*[\"']?([A-Za-z_][\\w.\\-]*)[\"']?\\s*[:=]\\s*[\"']?(-?\\d+(?:\\.\\d+)?).*");

  /** How many times as large it became; infinite from zero. */
  public double factor() {
    return before == 0 ? Double.POSITIVE_INFINITY : after / before;
  }

  /** The change from one line to the other; null where they are not the same setting. */
  static @Nullable ValueChange between(String removed, String added) {
    Matcher old = SETTING.matcher(removed);
    Matcher now = SETTING.matcher(added);
    if (!old.matches() || !now.matches() || !old.group(1).equals(now.group(1))) {
      return null;
    }
    double before = Double.parseDouble(old.group(2));
    double after = Double.parseDouble(now.group(2));
    return before == after ? null : new ValueChange(now.group(1), before, after);
  }
}
