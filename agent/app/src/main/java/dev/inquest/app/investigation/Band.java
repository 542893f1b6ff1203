package dev.inquest.app.investigation;

import dev.inquest.analysis.Materiality;
import dev.inquest.evidence.SeriesId;

/**
 * Where a series lay before the onset. What differs from it by less than anybody feels is back too,
 * however narrow the baseline was: an index that was missing leaves a page a millisecond slower.
 *
 * @param service whose series it is; empty where it names none
 * @param series as it shifted
 * @param before its level, in the series' unit
 */
record Band(
    SeriesKey key, String service, SeriesId series, double before, double low, double high) {
  boolean holds(double value) {
    return (value >= low && value <= high) || !Materiality.matters(series, before, value);
  }
}
