package dev.inquest.playbooks.evolve.record;

import dev.inquest.playbooks.evolve.guard.GuardLimits;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, fixed before it starts. How many workers it has is no part of it.
 *
 * @param rounds at most
 * @param seed of the search; the evaluation's seeds follow from the run key and not from this
 * @param placebo whether labels are swapped by a coin, so that nothing can be better
 * @param confirmEvery a candidate is confirmed each so many rounds, if one deserves it; 1 confirms
 *     every candidate
 * @param looks at candidates that matter, of which a round tries the best; 1 takes what comes first
 * @param quickLooks at candidates that cost hardly anything, where an arena has such; the others
 *     are half as many there
 * @param newPoolAfter rounds without a confirmation, as after each of these; 0 for never
 * @param newStrategyAfter rounds without a keep
 * @param stopAfter rounds without a keep
 * @param maxTrials after which no round begins
 * @param maxTime after which no round begins, from when the run was started or taken up again
 * @param memoryBytes of lessons
 * @param milestones null where the run has none
 */
public record Settings(
    int rounds,
    long seed,
    Arm arm,
    boolean placebo,
    int confirmEvery,
    int looks,
    @Nullable Integer quickLooks,
    @Nullable Integer newPoolAfter,
    int newStrategyAfter,
    int stopAfter,
    long maxTrials,
    Duration maxTime,
    int memoryBytes,
    ConfirmationLimits confirmation,
    GuardLimits guards,
    @Nullable MilestoneLimits milestones) {
  /** The usual budget of trials. */
  public static final long MOST_TRIALS = 10_000_000;

  /** The usual budget of time. */
  public static final Duration MOST_TIME = Duration.ofHours(2);

  private static final int MOST_ROUNDS = 9_999;
  private static final int MOST_BETWEEN = 4;
  private static final int LEAST_BETWEEN = 3;
  private static final int LOOKS = 8;
  private static final int QUICK_LOOKS = 64;
  private static final int NEW_POOL_AFTER = 6;

  public Settings {
    quickLooks = quickLooks == null ? 0 : quickLooks;
    newPoolAfter = newPoolAfter == null ? 0 : newPoolAfter;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("from 1 to " + MOST_ROUNDS + " rounds");
    }
    if (maxTrials < 1 || maxTime.isNegative()) {
      throw new IllegalArgumentException("a budget is not negative");
    }
    if (confirmEvery < 1
        || looks < 1
        || quickLooks < 0
        || newPoolAfter < 0
        || newStrategyAfter < 1
        || stopAfter < 1
        || memoryBytes < 1) {
      throw new IllegalArgumentException(
          "every limit is at least 1, and what may be 0 not negative");
    }
  }

  /** None in runs from before there were any. */
  @Override
  public Integer quickLooks() {
    return quickLooks == null ? 0 : quickLooks;
  }

  /** Never in runs from before there was that. */
  @Override
  public Integer newPoolAfter() {
    return newPoolAfter == null ? 0 : newPoolAfter;
  }

  /** The usual limits. */
  public static Settings of(int rounds, long seed, Arm arm, boolean placebo) {
    int every = Math.clamp(rounds / ConfirmationLimits.MOST_FINALISTS, LEAST_BETWEEN, MOST_BETWEEN);
    return new Settings(
        rounds,
        seed,
        arm,
        placebo,
        placebo ? 1 : every,
        placebo ? 1 : LOOKS,
        placebo ? 0 : QUICK_LOOKS,
        NEW_POOL_AFTER,
        10,
        60,
        MOST_TRIALS,
        MOST_TIME,
        16 * 1024,
        ConfirmationLimits.DEFAULT,
        GuardLimits.DEFAULT,
        MilestoneLimits.DEFAULT);
  }

  /** The same with other milestones, or with none. */
  public Settings measured(@Nullable MilestoneLimits other) {
    return new Settings(
        rounds,
        seed,
        arm,
        placebo,
        confirmEvery,
        looks,
        quickLooks,
        newPoolAfter,
        newStrategyAfter,
        stopAfter,
        maxTrials,
        maxTime,
        memoryBytes,
        confirmation,
        guards,
        other);
  }

  /** The same with other budgets. */
  public Settings within(long trials, Duration time) {
    return new Settings(
        rounds,
        seed,
        arm,
        placebo,
        confirmEvery,
        looks,
        quickLooks,
        newPoolAfter,
        newStrategyAfter,
        stopAfter,
        trials,
        time,
        memoryBytes,
        confirmation,
        guards,
        milestones);
  }
}
