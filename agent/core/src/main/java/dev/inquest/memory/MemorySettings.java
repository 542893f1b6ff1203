package dev.inquest.memory;

/**
 * How far memory is believed.
 *
 * @param precision of the prior on each weight: so many past incidents of one kind are needed
 *     before it counts
 * @param burstPrecision the same, of what alarms anywhere say about the fault
 * @param leastSeen places with it in memory before a feature is learned
 * @param leastKnown share of an incident's alarms whose kinds memory must know to be asked
 * @param sameSystem share of all services of two incidents that both have, from which they are of
 *     one system
 * @param foreign share of what another system's memory says that is believed
 */
public record MemorySettings(
    double precision,
    double burstPrecision,
    int leastSeen,
    double leastKnown,
    double sameSystem,
    double foreign) {}
