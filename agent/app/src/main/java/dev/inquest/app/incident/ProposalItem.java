package dev.inquest.app.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inquest.app.storage.Proposals.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposal as the incident shows it; the gate has the rest. */
public record ProposalItem(
    String id,
    String service,
    String digest,
    String risk,
    String state,
    @Nullable String reason,
    @JsonProperty("decided_by") @Nullable String decidedBy,
    @JsonProperty("decided_at") @Nullable Instant decidedAt,
    @JsonProperty("merge_request") @Nullable String mergeRequest,
    @JsonProperty("merge_commit") @Nullable String mergeCommit) {
  static ProposalItem of(Proposal p) {
    return new ProposalItem(
        p.id(),
        p.service(),
        p.digest(),
        p.risk(),
        p.state(),
        p.reason(),
        p.decidedBy(),
        p.decidedAt(),
        p.mergeUrl(),
        p.mergeCommit());
  }
}
