package dev.inquest.limit;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What one investigation may still spend: time and queries. Thread-safe. */
public final class Budget {
  private final Clock clock;
  private final Instant deadline;
  private final AtomicInteger queries;

  public Budget(Clock clock, Instant deadline, int queries) {
    this.clock = clock;
    this.deadline = deadline;
    this.queries = new AtomicInteger(queries);
  }

  public Instant deadline() {
    return deadline;
  }

  public boolean expired() {
    return !clock.instant().isBefore(deadline);
  }

  public int queriesLeft() {
    return Math.max(0, queries.get());
  }

  /**
   * Takes one query.
   *
   * @throws FailureException {@code budget-queries} or {@code budget-time} where none is left
   */
  public void spendQuery(String what) {
    if (expired()) {
      throw new FailureException(
          Failure.permanent("budget-time", what, "the investigation's time is used up"));
    }
    if (queries.getAndDecrement() <= 0) {
      throw new FailureException(
          Failure.permanent("budget-queries", what, "the investigation's queries are used up"));
    }
  }
}
