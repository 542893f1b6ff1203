package dev.inquest.verification;

/**
 * The time in which old and new instances both served, as far as is seen: from the first of the
 * later ones to the last of those that ended sooner. What got worse for everybody meanwhile would
 * otherwise be laid on whoever came last.
 */
final class Together {
  private long firstOld = Long.MAX_VALUE;
  private long lastOld = Long.MIN_VALUE;
  private long firstNew = Long.MAX_VALUE;
  private long lastNew = Long.MIN_VALUE;

  /**
   * @param time in any one unit
   * @param fresh whether it was seen of a new instance
   */
  void saw(long time, boolean fresh) {
    if (fresh) {
      firstNew = Math.min(firstNew, time);
      lastNew = Math.max(lastNew, time);
    } else {
      firstOld = Math.min(firstOld, time);
      lastOld = Math.max(lastOld, time);
    }
  }

  /** Whether both served at this time; never where one of them was not seen. */
  boolean covers(long time) {
    return time >= Math.max(firstOld, firstNew) && time <= Math.min(lastOld, lastNew);
  }
}
