package dev.inquest.analysis.streaming;

import java.util.List;

/**
 * Scores a series row by row from the rows up to it. Each of three views (the value, its recent
 * mean, its departure from the longer mean) is compared with everything it has been before; the
 * most surprising one counts, and an episode is told once. Nothing in it has a unit, and time does
 * not enter: a gap is no row. O(log n) a row, at most {@link SeenValues#MOST} values a view. Not
 * thread-safe.
 */
public final class StreamingDetector {
  private final List<Watch> watches;
  private final Episodes episodes;
  private final int warmUpRows;
  private long rows;

  public StreamingDetector(StreamingSettings settings) {
    this(
        List.of(
            new Watch(View.value(), settings),
            new Watch(View.smoothed(settings.smoothRows()), settings),
            new Watch(View.departure(settings.referenceRows()), settings)),
        settings);
  }

  private StreamingDetector(List<Watch> watches, StreamingSettings settings) {
    this.watches = watches;
    this.episodes = new Episodes(settings.episodeShare(), settings.repeatDecades());
    this.warmUpRows = settings.warmUpRows();
  }

  /**
   * @param value a row's; one that is not finite says nothing and is not remembered
   * @return from 0, nothing new, to 1, utterly unlike anything seen
   */
  public double next(double value) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    double surprise = 0;
    for (Watch watch : watches) {
      surprise = Math.max(surprise, watch.next(value));
    }
    rows++;
    return rows <= warmUpRows ? 0 : episodes.news(surprise) / Watch.MOST_DECADES;
  }

  /** Values kept, over all views. */
  int remembered() {
    return watches.stream().mapToInt(Watch::remembered).sum();
  }
}
