package dev.inquest.gate.playbook;

import dev.inquest.gate.policy.Refused;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a proposal of playbooks: a whole new catalogue, or the one that was in use before. */
public final class PlaybookShape {
  /** Where such a proposal goes: the gate's own store rather than a repository. */
  public static final ServiceEntry TARGET =
      new ServiceEntry(
          "playbooks",
          List.of(),
          null,
          "inquest:playbooks",
          "in-use",
          List.of(),
          null,
          List.of(),
          List.of(),
          null,
          null,
          Mode.PROPOSE);

  private final PlaybookStore store;
  private final Catalogues catalogues;

  public PlaybookShape(PlaybookStore store, Catalogues catalogues) {
    this.store = store;
    this.catalogues = catalogues;
  }

  /**
   * The change from what is in use, computed by the gate.
   *
   * @throws dev.inquest.failure.FailureException {@code catalogue-changed} where the draft starts
   *     from other playbooks, {@code playbooks-invalid}, {@code not-in-use}, {@code
   *     nothing-changes}
   */
  public ComputedChange check(ProposalDraft draft) {
    PlaybookFiles before = store.inUse();
    if (!before.digest().equals(draft.baseSha())) {
      throw Refused.because(
          "catalogue-changed",
          draft.baseSha(),
          "it starts from other playbooks than are in use, " + before.digest().substring(0, 12));
    }
    String leaves = draft.revertOf();
    ComputedChange change =
        PlaybookDiff.between(before, leaves == null ? next(before, draft) : back(draft, leaves));
    if (change.files().isEmpty()) {
      throw Refused.because("nothing-changes", "change", "the playbooks are already as proposed");
    }
    return change;
  }

  private PlaybookFiles next(PlaybookFiles before, ProposalDraft draft) {
    PlaybookFiles after = PlaybookFiles.of(draft.files());
    List<String> complaints = catalogues.complaints(before, after);
    if (!complaints.isEmpty()) {
      throw Refused.because("playbooks-invalid", "playbooks", String.join("; ", complaints));
    }
    return after;
  }

  private PlaybookFiles back(ProposalDraft draft, String leaves) {
    PlaybookStanding now = store.standing();
    @Nullable String previous = now.previous();
    if (!now.inUse().equals(leaves) || previous == null) {
      throw Refused.because("not-in-use", leaves, "it leaves a version that is not in use");
    }
    PlaybookFiles own = store.find(previous).orElseThrow().files();
    if (!draft.files().isEmpty() && !PlaybookFiles.of(draft.files()).equals(own)) {
      throw Refused.because(
          "not-the-revert", leaves, "its files are not those that were in use before");
    }
    return own;
  }
}
