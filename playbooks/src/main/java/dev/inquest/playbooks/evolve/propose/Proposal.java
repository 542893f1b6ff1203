package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate in the making.
 *
 * @param edits of the incumbent, in order
 * @param aim failures that it is to mend; null where at none in particular
 * @param why in words that hold no text of any task
 * @param from edits that were screened already and from which this is a step on; empty where it is
 *     one from the incumbent
 */
public record Proposal(
    List<Edit> edits, EditKind kind, @Nullable FailureClass aim, String why, List<Edit> from) {
  public Proposal {
    edits = List.copyOf(edits);
    from = List.copyOf(from);
  }

  /** A step from the incumbent. */
  public Proposal(List<Edit> edits, EditKind kind, @Nullable FailureClass aim, String why) {
    this(edits, kind, aim, why, List.of());
  }
}
