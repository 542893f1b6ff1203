package dev.inquest.investigation;

import dev.inquest.proposal.ProposalDraft;

/** Whether there is something to ask a human for. */
public sealed interface ProposeResult {
  record Draft(ProposalDraft draft) implements ProposeResult {}

  /** Nothing is proposed, and why, in one sentence. */
  record Nothing(String why) implements ProposeResult {}
}
