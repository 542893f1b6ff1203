package dev.inquest.playbooks.arena.detector;

/**
 * Rows of a series in which an anomaly is to be told.
 *
 * @param left first row, from 0
 * @param right last row, itself within
 */
public record Window(int left, int right) {
  public Window {
    if (left < 0 || right < left) {
      throw new IllegalArgumentException("a window ends where it begins or later");
    }
  }

  int rows() {
    return right - left + 1;
  }
}
