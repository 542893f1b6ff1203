package dev.inquest.analysis.streaming;

/**
 * Tells an episode once. While one lasts, only a row that clearly outdoes its peak is told again;
 * it ends when for a share of the rows so far nothing reached that peak. As that share grows with
 * the history, the number of episodes grows with its logarithm only.
 */
final class Episodes {
  private static final int LEAST_ROWS = 30;

  private final double share;
  private final double margin;
  private double peak;
  private long sincePeak;
  private long rows;

  Episodes(double share, double margin) {
    this.share = share;
    this.margin = margin;
  }

  /** The surprise where it is news, else 0. */
  double news(double surprise) {
    rows++;
    double told = surprise > peak + margin ? surprise : 0;
    sincePeak = surprise >= peak ? 0 : sincePeak + 1;
    if (sincePeak == 0 || sincePeak > Math.max(LEAST_ROWS, share * rows)) {
      peak = surprise;
      sincePeak = 0;
    }
    return told;
  }
}
