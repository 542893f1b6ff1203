package dev.inquest.gate.proposal;

import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.gate.policy.Risk;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the gate stores it.
 *
 * @param id {@code pr-<first 12 of the digest>-<n>}
 * @param request the agent's, copied once
 * @param kind lower-case name of the shape, or {@code unknown} where the request could not be read
 * @param repository from the gate's own service map
 * @param digest {@code proposal_sha256}; of the raw request where it was refused before
 * @param reason why refused, withdrawn or failed
 * @param cardRevision counts what people should see anew
 */
public record Proposal(
    String id,
    UUID request,
    String incident,
    String kind,
    String service,
    String repository,
    String targetBranch,
    String baseSha,
    String digest,
    Risk risk,
    ProposalState state,
    @Nullable String reason,
    ProposalBody body,
    @Nullable MergeRequest mergeRequest,
    int cardRevision,
    Instant createdAt,
    @Nullable Instant askedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant openedAt,
    Instant expiresAt) {}
