package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Optional;

/** Says what to try next. A function of what it is given, so that a run can be taken up again. */
@FunctionalInterface
public interface Proposer {
  /**
   * @param luck of its own; tells nothing of how the candidate is evaluated
   * @return empty where it has nothing to say
   */
  Optional<Proposal> propose(View view, SeedStream luck);
}
