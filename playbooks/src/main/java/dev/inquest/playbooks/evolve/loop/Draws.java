package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.seed.RunKey;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import org.jspecify.annotations.Nullable;

/**
 * All chance that judges one candidate; follows from the run key, the round and the candidate.
 *
 * @param coins that swap labels; null where none are swapped
 */
record Draws(SeedStream pairs, SeedStream guards, @Nullable SeedStream coins) {
  static Draws ofRound(RunKey key, int round, String candidate, boolean placebo) {
    return new Draws(
        key.confirmation(round, candidate),
        key.other("guard", round, candidate),
        placebo ? key.other("coin", round, candidate) : null);
  }

  /** Pairs of their own, whatever the rounds draw. */
  static Draws ofCanary(RunKey key, String name, String candidate) {
    return new Draws(
        key.other("canary " + name, 0, candidate),
        key.other("canary guard " + name, 0, candidate),
        null);
  }
}
