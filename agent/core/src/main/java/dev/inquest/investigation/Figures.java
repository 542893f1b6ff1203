package dev.inquest.investigation;

import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.SeriesId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: at most three significant digits, with their unit. */
public final class Figures {
  private static final MathContext THREE = new MathContext(3);

  private Figures() {}

  /** At most three significant digits. */
  public static String three(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE).stripTrailingZeros();
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-4 && size < 1e9);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /** A length of time: {@code 12.3 ms}, {@code 1.5 s}. */
  public static String seconds(double seconds) {
    double size = Math.abs(seconds);
    if (size >= 1 || size == 0) {
      return three(seconds) + " s";
    }
    return size >= 1e-3 ? three(seconds * 1e3) + " ms" : three(seconds * 1e6) + " µs";
  }

  /** {@code s, 1/s} or nothing, judged by the series' name: telemetry conventions fix the unit. */
  public static String unit(SeriesId id) {
    return switch (Symptom.of(id)) {
      case LATENCY -> "s";
      case TRAFFIC -> "1/s";
      case ERROR, SATURATION, DATABASE, OTHER -> "";
    };
  }

  /** A value of that series, with its unit. */
  public static String of(SeriesId id, double value) {
    String unit = unit(id);
    return unit.equals("s") ? seconds(value) : (three(value) + ' ' + unit).strip();
  }

  /** Words for a probability, after the scale that the IPCC uses for likelihood. */
  public static String likelihood(double probability) {
    if (probability >= 0.99) {
      return "virtually certain";
    }
    if (probability >= 0.9) {
      return "very likely";
    }
    if (probability >= 0.66) {
      return "likely";
    }
    return probability >= 0.33 ? "about as likely as not" : "unlikely";
  }

  /** How many times as much, e.g. {@code 33×}; empty where that says nothing. */
  public static String times(double before, double after) {
    boolean says = before > 0 && after > 0;
    return says ? String.format(Locale.ROOT, "%s×", three(after / before)) : "";
  }
}
