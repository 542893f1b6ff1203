package dev.inquest.memory;

/**
 * How far memory is believed.
 *
 * @param precision of the prior on each weight, where much is remembered
 * @param few so many past incidents are believed half as much each, fewer still less
 * @param burstPrecision the same, of what alarms anywhere say about the fault
 * @param leastSeen places with it in memory before a feature is learned
 * @param leastKnown share of an incident's alarms whose kinds memory must know to be asked
 * @param sameSystem share of all services of two incidents that both have, from which they are of
 *     one system
 * @param foreign share of what another system's memory says that is believed
 */
public record MemorySettings(
    double precision,
    double few,
    double burstPrecision,
    int leastSeen,
    double leastKnown,
    double sameSystem,
    double foreign) {
  /** Grows as less is remembered, so that little memory changes little. */
  double precision(int incidents) {
    return precision * (1 + few / Math.max(1, incidents));
  }

  double burstPrecision(int incidents) {
    return burstPrecision * (1 + few / Math.max(1, incidents));
  }
}
