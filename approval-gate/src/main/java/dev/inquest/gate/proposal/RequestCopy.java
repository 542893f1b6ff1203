package dev.inquest.gate.proposal;

import java.util.UUID;

/**
 * The gate's own copy of a request.
 *
 * @param kind {@code propose} or {@code withdraw}
 * @param attempts how often answering it failed for a passing reason
 */
public record RequestCopy(UUID id, String incident, String kind, String body, int attempts) {}
