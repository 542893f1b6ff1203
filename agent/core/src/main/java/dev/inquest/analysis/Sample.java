package dev.inquest.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values drawn with unequal probabilities; a weight is 1/p (Horvitz and Thompson, 1952). Not
 * thread-safe.
 */
public final class Sample {
  private static final int FIRST_ROOM = 16;

  private double[] values = new double[FIRST_ROOM];
  private double[] weights = new double[FIRST_ROOM];
  private int size;
  private double total;
  private double squares;
  private @Nullable Ranked ranked;

  /**
   * @param value not NaN
   */
  public void add(double value, double weight) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    values[size] = value;
    weights[size++] = weight;
    total += weight;
    squares += weight * weight;
    ranked = null;
  }

  public int size() {
    return size;
  }

  public double total() {
    return total;
  }

  /** Σ w x / Σ w; 0 where there is nothing. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * values[i];
    }
    return total == 0 ? 0 : sum / total;
  }

  /** The smallest value at which the weight below or at it reaches the share; 0 where none is. */
  public double quantile(double q) {
    return size == 0 ? 0 : ranked().quantile(q);
  }

  /** The chance that a value of the other exceeds one of this. */
  public double superiority(Sample other) {
    return MannWhitney.superiority(ranked(), other.ranked());
  }

  /** Two-sided p-value that values of neither tend to exceed those of the other. */
  public double pValue(Sample other) {
    return size == 0 || other.size == 0
        ? 1
        : MannWhitney.pValue(superiority(other), effective(), other.effective());
  }

  /** Of zeros and ones: two-sided p-value that both shares are the same. */
  public double sharePValue(Sample other) {
    return Proportions.pValue(mean(), effective(), other.mean(), other.effective());
  }

  /** How many equally weighted values it is worth, {@code (Σw)² / Σw²} (Kish, 1965). */
  double effective() {
    return squares == 0 ? 0 : total * total / squares;
  }

  private Ranked ranked() {
    if (ranked == null) {
      ranked = Ranked.of(Arrays.copyOf(values, size), Arrays.copyOf(weights, size));
    }
    return ranked;
  }
}
