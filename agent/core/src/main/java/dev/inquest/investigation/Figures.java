package dev.inquest.investigation;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.Words;
import dev.inquest.evidence.SeriesId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers for people: at most three significant digits, with their unit. */
public final class Figures {
  private static final MathContext THREE = new MathContext(3);

  private static final Set<String> MILLISECONDS =
      Set.of("ms", "msec", "millis", "millisecond", "milliseconds");
  private static final Set<String> MICROSECONDS =
      Set.of("us", "usec", "micros", "microsecond", "microseconds");

  private static final Set<String> RATES = Set.of("rps", "qps", "tps", "throughput", "per");

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
      case TRAFFIC -> isRate(id) ? "1/s" : "";
      case ERROR, SATURATION, DATABASE, OTHER -> "";
    };
  }

  /** What only counts has no unit. */
  private static boolean isRate(SeriesId id) {
    return "rate".equals(id.label("statistic"))
        || Words.parts(id.name()).stream()
            .anyMatch(word -> word.startsWith("rate") || RATES.contains(word));
  }

  /** A value of that series, with its unit. */
  public static String of(SeriesId id, double value) {
    String unit = unit(id);
    return unit.equals("s") ? seconds(value * seconds(id)) : (three(value) + ' ' + unit).strip();
  }

  /** Seconds that one of the series' own unit is: its name may end on another one. */
  private static double seconds(SeriesId id) {
    List<String> words = Words.parts(id.name());
    boolean milli = words.stream().anyMatch(MILLISECONDS::contains);
    return milli ? 1e-3 : words.stream().anyMatch(MICROSECONDS::contains) ? 1e-6 : 1;
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
