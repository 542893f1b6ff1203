package dev.inquest.app.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numbers and probabilities as people read them at night. */
public final class Words {
  private Words() {}

  /** At most three significant digits, no exponent for ordinary sizes. */
  public static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "not a number";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    double size = Math.abs(value);
    return size != 0 && (size >= 1e9 || size < 1e-4) ? rounded.toString() : rounded.toPlainString();
  }

  /** A share in [0, 1]. */
  public static String percent(double share) {
    return number(share * 100) + " %";
  }

  /** A large count in words: {@code 1 million, 12.5 thousand}. */
  public static String count(double value) {
    if (value >= 1e6) {
      return number(value / 1e6) + " million";
    }
    return value >= 1e4 ? number(value / 1e3) + " thousand" : number(value);
  }

  /** A length of time with the unit that suits it. */
  public static String seconds(double seconds) {
    double size = Math.abs(seconds);
    if (size == 0) {
      return "0 s";
    }
    if (size < 0.001) {
      return number(seconds * 1e6) + " µs";
    }
    if (size < 1) {
      return number(seconds * 1e3) + " ms";
    }
    return size < 120 ? number(seconds) + " s" : duration(Duration.ofSeconds(Math.round(seconds)));
  }

  /** For example {@code 3 min 20 s}. */
  public static String duration(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      long rest = seconds % 60;
      return seconds / 60 + " min" + (rest == 0 ? "" : " " + rest + " s");
    }
    long minutes = seconds % 3_600 / 60;
    return seconds / 3_600 + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }

  /** A phase's length, or that it is not known. */
  public static String phase(@Nullable Double seconds) {
    return seconds == null ? "unknown" : seconds(seconds);
  }
}
