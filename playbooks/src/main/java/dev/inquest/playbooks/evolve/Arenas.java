package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.arena.Arena;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the arena that a run is judged by. */
@FunctionalInterface
public interface Arenas {
  /**
   * @throws dev.inquest.failure.FailureException where there is none of that name or the folder
   *     cannot be read
   */
  Arena open(Request request);

  /**
   * @param name e.g. {@code incidents}
   * @param train a folder of cases that happened; null where only made ones are used
   * @param truth their answers; null likewise
   */
  record Request(String name, @Nullable Path train, @Nullable Path truth) {}
}
