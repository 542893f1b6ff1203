package dev.inquest.analysis.streaming;

/**
 * One view of a series and how unlike everything seen it is: the distance to the nearest earlier
 * value (a nearest-neighbour nonconformity, as in Laxhammar and Falkman, 2010), in decades above
 * the least that counts.
 */
final class Watch {
  /** A thousandth of the range is where novelty begins; so at most three decades of it. */
  static final double MOST_DECADES = 3;

  private final View view;
  private final SoftScale scale;
  private final SeenValues seen = new SeenValues();

  Watch(View view, StreamingSettings settings) {
    this.view = view;
    this.scale = new SoftScale(settings.scaleRows(), settings.softness());
  }

  /** In [0, {@link #MOST_DECADES}]. */
  double next(double value) {
    double watched = view.next(value);
    if (!Double.isFinite(watched)) {
      return 0;
    }
    double share = seen.novelty(watched, scale::of);
    seen.add(watched, scale::of);
    scale.add(watched);
    return Math.max(0, MOST_DECADES + StrictMath.log10(share));
  }

  int remembered() {
    return seen.size();
  }
}
