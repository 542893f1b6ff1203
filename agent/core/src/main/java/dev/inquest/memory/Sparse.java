package dev.inquest.memory;

import java.util.Map;
import java.util.TreeMap;

/** The few numbers of a long vector that are not zero. */
final class Sparse {
  private final int[] at;
  private final double[] value;

  /** Of the same length, and not copied. */
  Sparse(int[] at, double[] value) {
    this.at = at;
    this.value = value;
  }

  /** Places in the long vector, ascending. */
  int[] at() {
    return at;
  }

  double[] value() {
    return value;
  }

  /** What the vocabulary does not know is left out. */
  static <T> Sparse of(Map<T, Double> values, Map<T, Integer> vocabulary) {
    Map<Integer, Double> known = new TreeMap<>();
    values.forEach((key, value) -> {
      Integer index = vocabulary.get(key);
      if (index != null) {
        known.put(index, value);
      }
    });
    return new Sparse(
        known.keySet().stream().mapToInt(Integer::intValue).toArray(),
        known.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
