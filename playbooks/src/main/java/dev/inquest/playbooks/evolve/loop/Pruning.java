package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Takes out of a bundle the edits that do not earn their place. What does nothing on the pool is
 * carried along by its neighbours' gain, and may do harm where nobody looked.
 */
final class Pruning {
  /** In tasks of the pool; less is no reason to change anything. */
  private static final double LEAST = 0.5;

  private final ToDoubleBiFunction<Subject, Subject> value;

  /**
   * @param value what the second does better than the first, in tasks
   */
  Pruning(ToDoubleBiFunction<Subject, Subject> value) {
    this.value = value;
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
          && value.applyAsDouble(without.get(), with.get()) < LEAST) {
        left = fewer;
      }
    }
    return List.copyOf(left);
  }
}
