package dev.inquest.app.recorder;

import org.jspecify.annotations.Nullable;

/** What a histogram says of a span of time. */
sealed interface Distribution permits ExplicitDistribution, ExponentialDistribution {
  long count();

  /** In the metric's own unit. */
  double sum();

  /** What came since an earlier point of the same stream; null where it was reset between. */
  @Nullable Distribution since(Distribution earlier);

  /** Both together; null where they cannot be told together. */
  @Nullable Distribution plus(Distribution other);

  /**
   * Interpolated within the bucket it falls in; NaN where nothing was counted.
   *
   * @param q in [0, 1]
   */
  double quantile(double q);
}
