package dev.inquest.connectors.postgresql.session;

import org.jspecify.annotations.Nullable;

/** A database that may be asked through a role that is proved unable to write. Thread-safe. */
public interface Witness {
  /** Its name in the service map. */
  String name();

  /**
   * Runs the work in a read-only transaction of its own.
   *
   * @throws UntestableException where the role is not proved, or the question fails
   * @throws dev.inquest.failure.FailureException where the database cannot be reached
   */
  <T extends @Nullable Object> T read(ReadOnlySession.Work<T> work);
}
