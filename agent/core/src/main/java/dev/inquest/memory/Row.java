package dev.inquest.memory;

/** An incident in numbers. Arrays are not copied: rows are made once and only read. */
final class Row {
  private final Sparse[] places;
  private final double[] prior;
  private final Sparse burst;
  private final boolean[] origin;
  private final int fault;

  /**
   * @param places features of each
   * @param prior log-odds of each before memory is asked
   * @param burst what alarms there are at all
   * @param origin whether it was that place; none where it is not known
   * @param fault index of what was wrong; -1 where it is not known
   */
  Row(Sparse[] places, double[] prior, Sparse burst, boolean[] origin, int fault) {
    this.places = places;
    this.prior = prior;
    this.burst = burst;
    this.origin = origin;
    this.fault = fault;
  }

  Sparse[] places() {
    return places;
  }

  double[] prior() {
    return prior;
  }

  Sparse burst() {
    return burst;
  }

  boolean is(int place, int ofFault) {
    return origin[place] && (fault < 0 || fault == ofFault);
  }
}
