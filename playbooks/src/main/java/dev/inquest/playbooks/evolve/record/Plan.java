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
 * @param of the round that screened what is now confirmed, or is not, for it did not hold where
 *     nobody had looked; 0 where this is about no such
 * @param discarded proposals that were invalid or nothing new
 * @param why in words
 * @param looks at what was thought of on the way, what is tried included; none where a round takes
 *     what comes first
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
    String why,
    List<Look> looks) {
  public Plan {
    edits = List.copyOf(edits);
    looks = List.copyOf(looks);
  }

  /** Without a look at anything else. */
  public Plan(
      int round,
      Step step,
      List<Edit> edits,
      @Nullable EditKind kind,
      @Nullable FailureClass aim,
      Strategy strategy,
      int of,
      int discarded,
      String why) {
    this(round, step, edits, kind, aim, strategy, of, discarded, why, List.of());
  }

  /** The same of other edits, without a look. */
  public Plan with(List<Edit> other) {
    return new Plan(round, step, other, kind, aim, strategy, of, discarded, why);
  }
}
