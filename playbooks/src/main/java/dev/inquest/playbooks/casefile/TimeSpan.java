package dev.inquest.playbooks.casefile;

/**
 * From one row's time to another's, both within.
 *
 * @param from seconds since 1970
 * @param to seconds since 1970
 */
public record TimeSpan(double from, double to) {
  public TimeSpan {
    if (!(from <= to)) {
      throw new IllegalArgumentException("a span does not end before it begins");
    }
  }
}
