package dev.inquest.app.incident;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** {@code inc-} and sixteen characters: ten of time, six of chance; they sort by time. */
@Component
class IncidentIds {
  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 6;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  IncidentIds(Clock clock) {
    this.clock = clock;
  }

  String next() {
    return "inc-" + digits(clock.millis(), TIME_DIGITS) + digits(random.nextInt(), RANDOM_DIGITS);
  }

  private static String digits(long value, int count) {
    char[] out = new char[count];
    for (int i = count - 1; i >= 0; i--) {
      out[i] = DIGITS[(int) (value & 31)];
      value >>>= 5;
    }
    return new String(out);
  }
}
