package dev.inquest.app.investigation;

/**
 * Where a series lay before the onset.
 *
 * @param service whose series it is; empty where it names none
 */
record Band(SeriesKey key, String service, double low, double high) {
  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
