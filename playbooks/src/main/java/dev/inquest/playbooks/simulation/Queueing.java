package dev.inquest.playbooks.simulation;

/** Formulas of queues with Poisson arrivals and exponential service (Erlang, 1917). */
final class Queueing {
  private Queueing() {}

  /**
   * The mean wait in an M/M/c queue by Erlang's C formula, in the unit of the service time.
   *
   * @param servers at least 1
   * @param load arrivals × service time, below {@code servers}
   */
  static double wait(int servers, double load, double serviceTime) {
    return load <= 0 ? 0 : waits(servers, load) * serviceTime / (servers - load);
  }

  /** The chance that a request has to wait, likewise. */
  static double waits(int servers, double load) {
    double blocking = 1;
    for (int i = 1; i <= servers; i++) {
      blocking = load * blocking / (i + load * blocking);
    }
    double busy = load / servers;
    return blocking / (1 - busy * (1 - blocking));
  }

  /** P(T > x) of an Erlang distribution of four stages with that mean. */
  static double tail(double x, double mean) {
    if (mean <= 0) {
      return 0;
    }
    double y = 4 * x / mean;
    return y > 60 ? 0 : StrictMath.exp(-y) * (1 + y * (1 + y / 2 * (1 + y / 3)));
  }

  /** The quantile of a mixture of such distributions, by bisection. */
  static double quantile(double q, double[] means, double[] weights) {
    double low = 0;
    double high = 0;
    double all = 0;
    for (int i = 0; i < means.length; i++) {
      high = Math.max(high, weights[i] > 0 ? 4 * means[i] : 0);
      all += weights[i];
    }
    for (int i = 0; i < 26; i++) {
      double middle = (low + high) / 2;
      if (above(middle, means, weights) > (1 - q) * all) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** What of the weights lies above; neighbours of one mean are worked out once. */
  private static double above(double x, double[] means, double[] weights) {
    double above = 0;
    double mean = Double.NaN;
    double tail = 0;
    for (int j = 0; j < means.length; j++) {
      if (weights[j] > 0) {
        tail = means[j] == mean ? tail : tail(x, means[j]);
        mean = means[j];
        above += weights[j] * tail;
      }
    }
    return above;
  }
}
