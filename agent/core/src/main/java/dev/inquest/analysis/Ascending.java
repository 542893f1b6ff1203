package dev.inquest.analysis;

/** The order in which numbers ascend, equal ones as they came: a merge sort of their places. */
final class Ascending {
  private final double[] values;
  private int[] from;
  private int[] to;

  private Ascending(double[] values) {
    this.values = values;
    this.from = new int[values.length];
    this.to = new int[values.length];
  }

  /**
   * @param values none of them NaN
   * @return places in the values, that of the smallest first
   */
  static int[] of(double[] values) {
    Ascending order = new Ascending(values);
    for (int i = 0; i < values.length; i++) {
      order.from[i] = i;
    }
    for (int width = 1; width < values.length; width *= 2) {
      order.mergeRuns(width);
    }
    return order.from;
  }

  private void mergeRuns(int width) {
    for (int start = 0; start < from.length; start += 2 * width) {
      int middle = Math.min(start + width, from.length);
      merge(start, middle, Math.min(middle + width, from.length));
    }
    int[] merged = to;
    to = from;
    from = merged;
  }

  private void merge(int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft =
          left < middle && (right == end || values[from[left]] <= values[from[right]]);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
