package dev.inquest.analysis;

/** Order statistics of many values without sorting them (Hoare, 1961, Find). */
final class Selection {
  private Selection() {}

  /**
   * The median of the values, whose order is changed.
   *
   * @param values finite, at least one
   */
  static double median(double[] values) {
    return middle(values).median();
  }

  /** The two values between which it lies, likewise; one twice where their number is odd. */
  static Middle middle(double[] values) {
    int below = (values.length - 1) / 2;
    select(values, below);
    if (values.length % 2 == 1) {
      return new Middle(values[below], values[below]);
    }
    double next = values[below + 1];
    for (int i = below + 2; i < values.length; i++) {
      next = Math.min(next, values[i]);
    }
    return new Middle(values[below], next);
  }

  /** Puts the value of that rank at its place, none greater before it, none less after it. */
  private static void select(double[] x, int rank) {
    int low = 0;
    int high = x.length - 1;
    while (low < high) {
      double pivot = x[rank];
      int i = low;
      int j = high;
      while (i <= j) {
        while (x[i] < pivot) {
          i++;
        }
        while (pivot < x[j]) {
          j--;
        }
        if (i <= j) {
          double swapped = x[i];
          x[i++] = x[j];
          x[j--] = swapped;
        }
      }
      low = j < rank ? i : low;
      high = rank < i ? j : high;
    }
  }
}
