package dev.inquest.playbooks.evolve.milestone;

import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;

/** The first playbooks and the present ones on the same task. */
public record OpenedPair(OpenedTrial start, OpenedTrial now) {
  /** Of tasks that count alike. */
  public static OpenedPair of(Pair pair) {
    return new OpenedPair(OpenedTrial.of(pair.incumbent()), OpenedTrial.of(pair.candidate()));
  }

  public Pair pair() {
    return new Pair(start.trial(), now.trial());
  }
}
