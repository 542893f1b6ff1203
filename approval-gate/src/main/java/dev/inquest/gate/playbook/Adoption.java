package dev.inquest.gate.playbook;

import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalDigest;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.warrant.Warrant;
import dev.inquest.gate.warrant.WarrantException;
import dev.inquest.gate.warrant.WarrantStatement;
import dev.inquest.gate.warrant.Warrants;
import java.util.Objects;
import java.util.Optional;

/** Carries out a warrant for playbooks, within the transaction that holds the warrant. */
public final class Adoption {
  private final Warrants warrants;
  private final ProposalStore proposals;
  private final PlaybookStore store;
  private final PlaybookDesk desk;

  public Adoption(
      Warrants warrants, ProposalStore proposals, PlaybookStore store, PlaybookDesk desk) {
    this.warrants = warrants;
    this.proposals = proposals;
    this.store = store;
    this.desk = desk;
  }

  /** Why nothing was done; empty where it was. */
  public Optional<String> carryOut(Warrant warrant, Proposal proposal) {
    store.lock();
    // Rows before the audit, as everywhere.
    proposals.lock(proposal.id());
    PlaybookFiles before = store.inUse();
    if (!before.digest().equals(proposal.baseSha())) {
      return Optional.of("other playbooks are in use now than it starts from");
    }
    try {
      WarrantStatement statement = warrants.verify(warrant, proposal);
      PlaybookFiles after = before.with(proposal.body().files());
      requireSameBytes(statement, proposal, PlaybookDiff.between(before, after));
      return put(statement, proposal, after);
    } catch (WarrantException e) {
      return Optional.of(Objects.requireNonNullElse(e.getMessage(), "no valid warrant"));
    }
  }

  private Optional<String> put(WarrantStatement statement, Proposal proposal, PlaybookFiles after) {
    if (proposal.body().culprit() == null) {
      desk.adopt(after, proposal, statement.approvers());
      return Optional.empty();
    }
    String by = String.join(", ", statement.approvers());
    return switch (desk.back("revert", store.standing(), by, proposal.id())) {
      case PinOutcome.Done _ -> Optional.empty();
      case PinOutcome.Refused refused -> Optional.of(refused.why());
      case PinOutcome.Moved _, PinOutcome.Unknown _ -> Optional.of("the playbooks have moved on");
    };
  }

  private static void requireSameBytes(
      WarrantStatement statement, Proposal proposal, ComputedChange change) {
    ProposalDigest.Texts texts =
        new ProposalDigest.Texts(
            proposal.body().message(),
            proposal.body().title(),
            proposal.body().description(),
            proposal.body().rollback());
    String digest =
        ProposalDigest.of(proposal.repository(), proposal.targetBranch(), change, texts);
    if (!digest.equals(statement.proposalSha256())
        || !change.tree().equals(proposal.body().tree())) {
      throw new WarrantException("the stored proposal is not the one that was approved", null);
    }
  }
}
