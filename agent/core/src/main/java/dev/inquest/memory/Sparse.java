package dev.inquest.memory;

import java.util.Map;
import java.util.TreeMap;

/** The few numbers of a long vector that are not zero. */
record Sparse(int[] at, double[] value) {
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
