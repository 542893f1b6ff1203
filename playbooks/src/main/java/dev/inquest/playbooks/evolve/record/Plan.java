package dev.inquest.playbooks.evolve.record;

import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a round tries.
 *
 * @param edits of the incumbent; none where there is nothing to try
 * @param kind by which they were chosen; null where none was
 * @param aim the failures that they are to mend; null where none was aimed at
 * @param of the round that screened what is now confirmed; 0 where this is no confirmation of such
 * @param discarded proposals that were invalid or nothing new
 * @param why in words
 */
public record Plan(
    int round,
    Step step,
    List<Edit> edits,
    @Nullable EditKind kind,
    @Nullable FailureClass aim,
    Strategy strategy,
    int of,
    int discarded,
    String why) {
  public Plan {
    edits = List.copyOf(edits);
  }
}
