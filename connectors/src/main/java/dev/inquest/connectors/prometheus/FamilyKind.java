package dev.inquest.connectors.prometheus;

/** How a family of series is read. */
enum FamilyKind {
  /** The samples as they are. */
  GAUGE(1),
  /** Per second. */
  COUNTER(1),
  /** {@code le} buckets, {@code _sum} and {@code _count}. */
  CLASSIC_HISTOGRAM(5),
  /** One series that holds buckets. */
  NATIVE_HISTOGRAM(5),
  /** Quantiles the application computed, {@code _sum} and {@code _count}. */
  SUMMARY(5);

  private final int statistics;

  FamilyKind(int statistics) {
    this.statistics = statistics;
  }

  /** How many series one label set becomes. */
  int statistics() {
    return statistics;
  }
}
