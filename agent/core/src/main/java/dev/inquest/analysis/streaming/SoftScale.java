package dev.inquest.analysis.streaming;

/**
 * The inverse hyperbolic sine of a value in usual deviations (Johnson, 1949, the SU system): linear
 * near the usual level, logarithmic far from it, so that one enormous value does not make all later
 * ones look alike. Free of units; a series without deviation is left as it is.
 */
final class SoftScale {
  private final double softness;
  private final DecayedMean level;
  private final DecayedMean deviation;
  private boolean begun;

  SoftScale(double rows, double softness) {
    this.softness = softness;
    this.level = new DecayedMean(rows);
    this.deviation = new DecayedMean(rows);
  }

  void add(double value) {
    level.add(value);
    if (begun) {
      deviation.add(Math.abs(value - level.get()));
    }
    begun = true;
  }

  double of(double value) {
    double unit = softness * deviation.get();
    double z = (value - level.get()) / unit;
    return unit > 0 && Double.isFinite(z) ? asinh(z) : value;
  }

  private static double asinh(double z) {
    double size = Math.abs(z);
    // beyond this the square would overflow, and one more makes no difference
    double of = size > 1e150 ? StrictMath.log(2) + StrictMath.log(size) : exact(size);
    return Math.copySign(of, z);
  }

  private static double exact(double size) {
    return StrictMath.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
  }
}
