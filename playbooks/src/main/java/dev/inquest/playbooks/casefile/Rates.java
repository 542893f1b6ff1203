package dev.inquest.playbooks.casefile;

/** Counters as rates. */
final class Rates {
  private static final double MILLIS_IN_SECOND = 1000.0;

  private Rates() {}

  /** One rate a pair of neighbouring samples, at the later one's time. */
  static Samples perSecond(Samples counter) {
    Samples rates = new Samples();
    for (int i = 1; i < counter.size(); i++) {
      double grown = growth(counter.valueAt(i - 1), counter.valueAt(i));
      if (!Double.isNaN(grown)) {
        rates.add(counter.millisAt(i), grown / seconds(counter, i));
      }
    }
    return rates;
  }

  /** How much a counter grew; after a reset it grew from 0. */
  static double growth(double before, double after) {
    return after < before ? after : after - before;
  }

  static double seconds(Samples samples, int index) {
    return (samples.millisAt(index) - samples.millisAt(index - 1)) / MILLIS_IN_SECOND;
  }
}
