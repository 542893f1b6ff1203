package dev.inquest.playbooks.casefile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sampled trace carries its weight and stratum: exactly, in two attributes of its first span,
 * and for others in OpenTelemetry's {@code tracestate}, {@code ot=th:T}, where T is the rejection
 * threshold (1 − p)·2^56 in hex without trailing zeros.
 */
final class SampleMarks {
  static final String WEIGHT = "inquest.sample.weight";
  static final String STRATUM = "inquest.sample.stratum";

  /** Where the reader keeps a span's {@code tracestate} until it is used. */
  static final String TRACE_STATE = "inquest.sample.tracestate";

  private static final int THRESHOLD_BITS = 56;
  private static final BigDecimal ALL = new BigDecimal(BigInteger.ONE.shiftLeft(THRESHOLD_BITS));
  private static final Pattern THRESHOLD =
      Pattern.compile("(?:^|,)\\s*ot=(?:[^,]*;)?th:([0-9a-f]{1,14})(?:[;,]|$)");

  private SampleMarks() {}

  static String traceState(double weight) {
    BigInteger rejected =
        ALL.multiply(BigDecimal.valueOf(1 - 1 / weight)).toBigInteger().max(BigInteger.ZERO);
    String hex = String.format("%014x", rejected).replaceAll("0+$", "");
    return "ot=th:" + (hex.isEmpty() ? "0" : hex);
  }

  /** 1/p of {@code traceState}; 1 where it says nothing. */
  static double weight(@Nullable String traceState) {
    Matcher found = THRESHOLD.matcher(traceState == null ? "" : traceState);
    if (!found.find()) {
      return 1;
    }
    String hex = (found.group(1) + "0".repeat(THRESHOLD_BITS / 4)).substring(0, THRESHOLD_BITS / 4);
    double kept = ALL.doubleValue() - new BigInteger(hex, 16).doubleValue();
    return kept <= 0 ? 1 : Math.max(1, ALL.doubleValue() / kept);
  }
}
