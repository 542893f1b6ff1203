package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.Baseline;
import dev.inquest.connectors.resilience.Guarded;
import java.time.Duration;

/**
 * A database with all that its probes need.
 *
 * @param quick guards questions that take a few seconds at most
 * @param slow guards rehearsals
 */
record Target(
    WitnessDatabase database,
    Baseline baseline,
    Duration sampleInterval,
    Guarded quick,
    Guarded slow) {}
