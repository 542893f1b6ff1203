package dev.inquest.app.storage;

import dev.inquest.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Evidence with its bytes, on its way into the database.
 *
 * @param request JSON: the port's query, for refetching; null for a computed fact
 * @param gzip the result's bytes, compressed
 */
@SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
public record StoredEvidence(Evidence evidence, @Nullable String request, byte[] gzip) {}
