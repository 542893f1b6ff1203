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
 */
public record Proposal(List<Edit> edits, EditKind kind, @Nullable FailureClass aim, String why) {
  public Proposal {
    edits = List.copyOf(edits);
  }
}
