/**
 * The flight recorder: telemetry in OTLP form on this machine's disk, bounded by bytes, for those
 * who have no backend that keeps it.
 */
@NullMarked
package dev.inquest.app.recorder;

import org.jspecify.annotations.NullMarked;
