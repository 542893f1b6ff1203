package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.Baseline;
import dev.inquest.connectors.postgresql.rehearsal.Rehearsal;
import dev.inquest.connectors.resilience.Guarded;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A database with all that its probes need.
 *
 * @param rehearsal null unless its owner allows one and a scratch database is configured
 * @param quick guards questions that take a few seconds at most
 * @param slow guards rehearsals
 */
record Target(
    WitnessDatabase database,
    Baseline baseline,
    Duration sampleInterval,
    @Nullable Rehearsal rehearsal,
    Guarded quick,
    Guarded slow) {}
