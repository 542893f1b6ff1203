package dev.inquest.proposal;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Sentences;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the revert of the guilty commit; the gate computes the revert itself. */
final class RevertDraft {
  private RevertDraft() {}

  static ProposeResult draft(Ground ground) {
    String commit = commit(ground);
    if (commit == null) {
      return new ProposeResult.Nothing(
          "The commit behind the guilty change is not known, so there is nothing to revert.");
    }
    if (!ground.source().contains(ground.repository(), ground.baseSha(), commit)) {
      return new ProposeResult.Nothing(
          "The branch does not contain commit " + Sentences.shortId(commit) + " (any more).");
    }
    String title = "Revert " + Sentences.shortId(commit);
    String about =
        "Reverts commit "
            + commit
            + titled(ground, commit)
            + ", which is held to have caused the incident.";
    String undo = "Revert this merge request's commit, which brings the change back.";
    return new ProposeResult.Draft(
        new ProposalDraft(
            ProposalKind.REVERT,
            ground.incident(),
            ground.entry().name(),
            ground.baseSha(),
            List.of(),
            commit,
            title + "\n\n" + about + "\n",
            title,
            Description.of(ground, about, undo),
            undo,
            ground.cause().evidence(),
            Description.stated(ground)));
  }

  private static @Nullable String commit(Ground ground) {
    Optional<Change> accused =
        ground.gathered().changes().stream()
            .filter(change -> change.id().equals(ground.cause().change()))
            .findFirst();
    return accused
        .map(change -> change.kind() == ChangeKind.COMMIT ? change.id() : change.commit())
        .orElse(null);
  }

  private static String titled(Ground ground, String commit) {
    return ground.gathered().changes().stream()
        .filter(change -> change.id().equals(commit))
        .map(Change::title)
        .filter(title -> title != null)
        .findFirst()
        .map(title -> " (" + Sentences.plain(title) + ")")
        .orElse("");
  }
}
