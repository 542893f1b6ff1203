package dev.inquest.connectors.prometheus;

/**
 * Series of one name whose service stands in one label.
 *
 * @param name without {@code _bucket}, {@code _sum}, {@code _count}
 * @param serviceLabel the label that names the service
 * @param labelSets how many label sets there are, {@code le} and {@code quantile} apart
 */
record Family(String name, FamilyKind kind, String serviceLabel, int labelSets) {
  /** How many series the answer will hold of it. */
  int series() {
    return labelSets * kind.statistics();
  }
}
