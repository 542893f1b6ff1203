package dev.inquest.connectors.postgresql.statement;

/**
 * A parameter that a column is compared with.
 *
 * @param parameter the n of {@code $n}
 * @param bound which bound of the comparison it is
 */
public record Slot(int parameter, Bound bound) {
  /** Where a value of the column fits. */
  public enum Bound {
    VALUE,
    LOW,
    HIGH,
    PATTERN
  }
}
