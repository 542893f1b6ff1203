package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.play.Scout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of a finalist the edits that do not earn their place. What does nothing on the pool is
 * carried along by its neighbours' gain, and may do harm where nobody looked.
 */
final class Pruning {
  /** In tasks of the pool; less is no reason to change anything. */
  private static final double LEAST = 0.5;

  private final Scout scout;

  Pruning(Scout scout) {
    this.scout = scout;
  }

  /** Those that are left, in their order; at least one. */
  List<Edit> of(Subject.Files incumbent, List<Edit> edits) {
    List<Edit> left = new ArrayList<>(edits);
    for (int i = edits.size() - 1; i >= 0 && left.size() > 1; i--) {
      List<Edit> fewer = new ArrayList<>(left);
      fewer.remove(edits.get(i));
      Optional<Subject.Files> with = Edits.apply(incumbent, left);
      Optional<Subject.Files> without = Edits.apply(incumbent, fewer);
      if (with.isPresent()
          && without.isPresent()
          && scout.value(without.get(), with.get()) < LEAST) {
        left = fewer;
      }
    }
    return List.copyOf(left);
  }
}
