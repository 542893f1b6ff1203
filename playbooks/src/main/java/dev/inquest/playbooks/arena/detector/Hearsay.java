package dev.inquest.playbooks.arena.detector;

import java.util.Collection;

/**
 * What a series might give away without being looked at: where in it anomalies are. Learnt from
 * series whose answers are known; of a fair generator it helps nobody.
 */
final class Hearsay {
  private static final int PARTS = 20;

  private final int likeliest;

  private Hearsay(int likeliest) {
    this.likeliest = likeliest;
  }

  static Hearsay of(Collection<LabelledSeries> known) {
    int[] counts = new int[PARTS];
    known.forEach(series ->
        series
            .windows()
            .forEach(w -> counts[w.left() * PARTS / Math.max(1, series.values().length)]++));
    int likeliest = 0;
    for (int i = 1; i < PARTS; i++) {
      likeliest = counts[i] > counts[likeliest] ? i : likeliest;
    }
    return new Hearsay(likeliest);
  }

  /** The middle of the part in which most windows began. */
  int row(LabelledSeries of) {
    return (int) ((likeliest + 0.5) / PARTS * of.values().length);
  }
}
