package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Strategy;
import java.util.List;

/**
 * All that a proposer sees: no seed of any evaluation, no key, no task.
 *
 * @param criticism of the incumbent on the pool
 * @param past finished rounds, without their seeds
 */
public record View(
    Subject.Files incumbent, Patterns criticism, List<RoundRecord> past, Strategy strategy) {
  public View {
    past = List.copyOf(past);
  }
}
