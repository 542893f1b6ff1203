package dev.inquest.connectors.postgresql.statement;

/**
 * A parameter that a column is compared with.
 *
 * @param parameter the n of {@code $n}
 * @param bound which bound of the comparison it is
 * @param age compared as {@code now() - $n}
 */
public record Slot(int parameter, Bound bound, boolean age) {
  /** Where a value of the column fits. */
  public enum Bound {
    VALUE,
    LOW,
    HIGH,
    PATTERN
  }

  public Slot(int parameter, Bound bound) {
    this(parameter, bound, false);
  }

  /** Whether it bounds a range. */
  public boolean isRange() {
    return bound == Bound.LOW || bound == Bound.HIGH;
  }
}
