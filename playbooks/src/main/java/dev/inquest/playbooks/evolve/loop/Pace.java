package dev.inquest.playbooks.evolve.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a run takes and may take. What is measured beside the search is not its time, so that a
 * run comes as far as it would without.
 */
final class Pace {
  private final Clock clock;
  private final Duration most;
  private final Instant begun;
  private Instant rounds;
  private Duration aside = Duration.ZERO;
  private int done;

  /**
   * @param most that the run may take
   */
  Pace(Clock clock, Duration most) {
    this.clock = clock;
    this.most = most;
    this.begun = clock.instant();
    this.rounds = begun;
  }

  /** The first round of this process begins; what came before says nothing of the rounds. */
  void roundsBegin() {
    rounds = clock.instant();
  }

  void roundDone() {
    done++;
  }

  /** What was done here is none of the search's time. */
  void aside(Runnable what) {
    Instant from = clock.instant();
    what.run();
    aside = aside.plus(Duration.between(from, clock.instant()));
  }

  boolean late() {
    return since(begun).compareTo(most) > 0;
  }

  /**
   * For so many rounds at the pace of those that are done, at least one, and no more than the run
   * may take.
   */
  Duration left(int more) {
    Duration wanted = since(rounds).dividedBy(done).multipliedBy(more);
    Duration given = most.minus(since(begun));
    Duration left = wanted.compareTo(given) < 0 ? wanted : given;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration since(Instant from) {
    return Duration.between(from, clock.instant()).minus(aside);
  }
}
