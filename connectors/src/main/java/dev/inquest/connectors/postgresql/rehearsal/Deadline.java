package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.session.UntestableException;
import java.time.Duration;

/** Ends a rehearsal that takes too long, between its steps; statements have their own timeout. */
final class Deadline {
  private final Duration limit;
  private final long begun = System.nanoTime();

  Deadline(Duration limit) {
    this.limit = limit;
  }

  void check(String done) {
    if (System.nanoTime() - begun > limit.toNanos()) {
      throw UntestableException.because(
          "it took longer than " + limit.toSeconds() + " s, after " + done);
    }
  }
}
