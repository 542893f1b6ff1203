package dev.inquest.gate.proposal;

import dev.inquest.gate.policy.Risk;

/**
 * A request after the gate's checks, not yet stored.
 *
 * @param refusal why nobody is asked; empty where people are to be asked
 */
public record CheckedProposal(
    String incident,
    String kind,
    String service,
    String repository,
    String targetBranch,
    String baseSha,
    String digest,
    Risk risk,
    String refusal,
    ProposalBody body) {
  public boolean refused() {
    return !refusal.isEmpty();
  }
}
