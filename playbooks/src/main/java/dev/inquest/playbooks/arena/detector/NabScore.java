package dev.inquest.playbooks.arena.detector;

import java.util.List;

/**
 * One series by the rule of the Numenta Anomaly Benchmark, standard profile (Lavin and Ahmad, 2015,
 * "Evaluating Real-time Anomaly Detection Algorithms", section II): a window counts once, by its
 * earliest detection, from 1 at its first row to 0 at its last by a sigmoid of the place; missed it
 * costs 1. Each detection outside costs up to 0.11, less where it follows a window closely. The
 * first 15 % of the rows, at most 750, are for learning and do not count.
 *
 * @param raw sum of it all
 * @param windows that there are
 * @param reachable those of them with rows that count
 * @param hit those of them with a detection
 * @param falseAlarms detections outside of windows
 */
record NabScore(double raw, int windows, int reachable, int hit, int falseAlarms) {
  private static final double FALSE_ALARM = 0.11;
  private static final double LEARNING = 0.15;
  private static final double MOST_LEARNING = LEARNING * 5_000;
  private static final double STEEPNESS = 5;
  private static final double FAR = 3;

  /** A clean series can lose as much as one window is worth, found or missed. */
  private static final double CLEAN = 2;

  /**
   * @param scores a row each, from 0 to 1
   * @param windows in order
   * @param threshold from which a score is a detection
   */
  static NabScore of(double[] scores, List<Window> windows, double threshold) {
    int learning = learning(scores.length);
    double raw = 0;
    int reachable = 0;
    int hit = 0;
    int alarms = 0;
    int row = learning;
    for (int w = 0; w <= windows.size(); w++) {
      int until = w < windows.size() ? windows.get(w).left() : scores.length;
      for (; row < until; row++) {
        if (scores[row] >= threshold) {
          raw += FALSE_ALARM * sigmoid(w == 0 ? FAR + 1 : behind(windows.get(w - 1), row));
          alarms++;
        }
      }
      if (w < windows.size() && windows.get(w).right() >= learning) {
        Window window = windows.get(w);
        int first = first(scores, Math.max(learning, window.left()), window.right(), threshold);
        reachable++;
        hit += first > window.right() ? 0 : 1;
        raw += first > window.right() ? -1 : worth(window, first);
        row = window.right() + 1;
      }
    }
    return new NabScore(raw, windows.size(), reachable, hit, alarms);
  }

  /** Rows that do not count, of so many. */
  static int learning(int rows) {
    return (int) Math.min(Math.floor(LEARNING * rows), MOST_LEARNING);
  }

  /** How far above telling nothing at all. */
  double points() {
    return raw + reachable;
  }

  /** How far telling all at once and nothing else is above telling nothing. */
  double of() {
    return windows + reachable;
  }

  /** As a share of what can be had, from 0 to 1; who does worse than nothing gets 0. */
  double share() {
    double share = of() > 0 ? points() / of() : 1 + raw / CLEAN;
    return Math.clamp(share, 0, 1);
  }

  private static int first(double[] scores, int from, int to, double threshold) {
    int row = from;
    while (row <= to && scores[row] < threshold) {
      row++;
    }
    return row;
  }

  private static double worth(Window window, int row) {
    return sigmoid(-(window.right() - row + 1) / (double) window.rows()) / sigmoid(-1);
  }

  private static double behind(Window before, int row) {
    int width = before.right() - before.left();
    return width > 0 ? (row - before.right()) / (double) width : FAR + 1;
  }

  private static double sigmoid(double place) {
    return place > FAR ? -1 : 2 / (1 + StrictMath.exp(STEEPNESS * place)) - 1;
  }
}
