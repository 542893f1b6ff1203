package dev.inquest.playbooks.simulation;

/**
 * How this company measures.
 *
 * @param names which of the houses of {@link Measure}
 * @param perInstance whether requests are measured for each instance, not for the service
 * @param versions whether series of requests carry the version
 * @param peers whether calls between services are measured at the caller
 * @param clientSpans whether callers record spans of their own for calls to services
 * @param restarts whether restarts are counted; so with log lines
 */
record House(
    int names,
    boolean perInstance,
    boolean versions,
    boolean peers,
    boolean clientSpans,
    boolean restarts,
    boolean logLines) {
  static House draw(Dice dice, boolean canary) {
    boolean versions = canary || dice.chance(0.3);
    return new House(
        dice.below(Measure.HOUSES),
        versions || dice.chance(0.3),
        versions,
        dice.chance(0.4),
        dice.chance(0.5),
        dice.chance(0.6),
        dice.chance(0.6));
  }
}
