package dev.inquest.gate.warrant;

import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.proposal.Proposal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Issues warrants, and reads them back. */
public final class Warrants {
  private final WarrantStore store;
  private final SigningKey key;
  private final Policy policy;
  private final SecureRandom random = new SecureRandom();

  public Warrants(WarrantStore store, SigningKey key, Policy policy) {
    this.store = store;
    this.key = key;
    this.policy = policy;
  }

  /** To be called in the deciding transaction. */
  public WarrantStatement issue(Proposal proposal, List<String> approvers) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    WarrantStatement statement =
        new WarrantStatement(
            proposal.digest(),
            policy.rule(proposal.risk()).action(),
            proposal.repository(),
            proposal.targetBranch(),
            proposal.baseSha(),
            policy.sha256(),
            proposal.body().evidenceRoot(),
            approvers,
            HexFormat.of().formatHex(nonce),
            store.expiry(policy.warrant()));
    store.insert(
        proposal.id(), statement, Dsse.seal(WarrantStatement.TYPE, statement.bytes(), key));
    return statement;
  }

  /**
   * What a stored warrant says, where it is signed by this gate and speaks of this proposal.
   *
   * @throws WarrantException where it does not hold
   */
  public WarrantStatement verify(Warrant warrant, Proposal proposal) {
    WarrantStatement statement =
        WarrantStatement.read(
            Dsse.open(warrant.envelope(), WarrantStatement.TYPE, key.verifying()));
    boolean same =
        statement.nonce().equals(warrant.nonce())
            && statement.proposalSha256().equals(proposal.digest())
            && statement.repository().equals(proposal.repository())
            && statement.branch().equals(proposal.targetBranch())
            && statement.baseSha().equals(proposal.baseSha())
            && statement.evidenceRoot().equals(proposal.body().evidenceRoot());
    if (!same) {
      throw new WarrantException("the warrant was issued for something else", null);
    }
    Instant claimed = warrant.claimedAt();
    if (claimed != null && claimed.isAfter(statement.expires())) {
      throw new WarrantException("the warrant had expired when it was claimed", null);
    }
    return statement;
  }
}
