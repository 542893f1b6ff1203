package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;
import org.jspecify.annotations.Nullable;

/** Takes finished points. */
interface SeriesSink {
  /**
   * @param statistic becomes a label; null for none
   */
  void point(SeriesId id, @Nullable String statistic, long millis, double value);
}
