package dev.inquest.playbooks.evolve.play;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at candidates on the pool: first on a part of it, and on the rest only where the candidate
 * matters at all. Most numbers of a catalogue bear on few tasks.
 */
public final class Scout {
  /** Each so many tasks are the part. */
  private static final int PART = 4;

  private final PoolTrials pool;

  public Scout(PoolTrials pool) {
    this.pool = pool;
  }

  public Look look(
      Subject incumbent,
      Subject candidate,
      List<Edit> edits,
      EditKind kind,
      @Nullable FailureClass aim) {
    Look first = look(candidate, edits, kind, aim, pool.pairs(incumbent, candidate, PART));
    return first.matters()
        ? look(candidate, edits, kind, aim, pool.pairs(incumbent, candidate))
        : first;
  }

  private static Look look(
      Subject candidate,
      List<Edit> edits,
      EditKind kind,
      @Nullable FailureClass aim,
      List<Pair> pairs) {
    return Look.of(edits, kind, aim, candidate.digest(), pairs);
  }
}
