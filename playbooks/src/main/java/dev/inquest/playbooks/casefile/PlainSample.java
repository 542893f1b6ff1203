package dev.inquest.playbooks.casefile;

/**
 * The value and time of a sample as nearly all are written: decimals without exponent, of so few
 * digits that both the digits and the power of ten they are divided by are exact as doubles; then
 * one division rounds right (Clinger, 1990, How to read floating point numbers accurately). What is
 * written otherwise is left to the library. Not thread-safe.
 */
final class PlainSample {
  private static final int MAX_DIGITS = 15;
  private static final int MILLIS_DIGITS = 3;
  private static final double[] POWERS = new double[MAX_DIGITS + 1];
  private static final long[] TO_MILLIS = {1000, 100, 10, 1};

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private double value;
  private long millis;

  private int at;
  private boolean negative;
  private long digits;
  private int decimals;

  double value() {
    return value;
  }

  long millis() {
    return millis;
  }

  /** Whether {@code [from, to)} is a plain value, a space and a plain time in seconds. */
  boolean read(byte[] text, int from, int to) {
    at = from;
    if (!decimal(text, to) || at == to || text[at] != ' ') {
      return false;
    }
    double magnitude = digits / POWERS[decimals];
    value = negative ? -magnitude : magnitude;
    at++;
    if (!decimal(text, to) || at != to || decimals > MILLIS_DIGITS) {
      return false;
    }
    millis = (negative ? -digits : digits) * TO_MILLIS[decimals];
    return true;
  }

  /** Reads a decimal from here on; false where it is none, or not a plain one. */
  private boolean decimal(byte[] text, int to) {
    negative = at < to && text[at] == '-';
    at += negative ? 1 : 0;
    digits = 0;
    int whole = digits(text, to);
    decimals = 0;
    if (at < to && text[at] == '.') {
      at++;
      decimals = digits(text, to);
      if (decimals == 0) {
        return false;
      }
    }
    return whole > 0 && whole + decimals <= MAX_DIGITS;
  }

  /** How many digits stand here. */
  private int digits(byte[] text, int to) {
    int first = at;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      digits = digits * 10 + text[at++] - '0';
    }
    return at - first;
  }
}
