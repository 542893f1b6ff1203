package dev.inquest.gate.warrant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warrant as stored.
 *
 * @param envelope DSSE, as JSON
 * @param actuation who claimed it; null until then
 * @param claimedAt by the database's clock; null until then
 * @param attempts how often carrying it out failed for a passing reason
 */
public record Warrant(
    String nonce,
    String proposal,
    String envelope,
    @Nullable String actuation,
    @Nullable Instant claimedAt,
    int attempts) {}
