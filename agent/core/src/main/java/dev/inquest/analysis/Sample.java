package dev.inquest.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Values drawn with unequal probabilities; a weight is 1/p (Horvitz and Thompson, 1952). Not
 * thread-safe.
 */
public final class Sample {
  private record Item(double value, double weight) {}

  private final List<Item> items = new ArrayList<>();

  public void add(double value, double weight) {
    items.add(new Item(value, weight));
  }

  public int size() {
    return items.size();
  }

  public double total() {
    return items.stream().mapToDouble(Item::weight).sum();
  }

  public double[] values() {
    return items.stream().mapToDouble(Item::value).toArray();
  }

  public double[] weights() {
    return items.stream().mapToDouble(Item::weight).toArray();
  }

  /** Σ w x / Σ w; 0 where there is nothing. */
  public double mean() {
    double total = total();
    return total == 0 ? 0 : items.stream().mapToDouble(i -> i.value() * i.weight()).sum() / total;
  }

  /** The smallest value at which the weight below or at it reaches the share; 0 where none is. */
  public double quantile(double q) {
    List<Item> sorted =
        items.stream()
            .sorted(Comparator.comparingDouble(Item::value).thenComparingDouble(Item::weight))
            .toList();
    double wanted = q * total();
    double seen = 0;
    for (Item item : sorted) {
      seen += item.weight();
      if (seen >= wanted) {
        return item.value();
      }
    }
    return sorted.isEmpty() ? 0 : sorted.getLast().value();
  }

  /** The chance that a value of the other exceeds one of this. */
  public double superiority(Sample other) {
    return MannWhitney.superiority(values(), weights(), other.values(), other.weights());
  }

  /** Of zeros and ones: two-sided p-value that both shares are the same. */
  public double sharePValue(Sample other) {
    return Proportions.pValue(
        mean(),
        MannWhitney.effective(weights()),
        other.mean(),
        MannWhitney.effective(other.weights()));
  }
}
