package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.List;
import java.util.stream.Stream;

/** A look and the round that took it. */
record Looked(int round, Look look) {
  /** All looks of rounds that were no confirmations, in order. */
  static List<Looked> of(List<RoundRecord> past) {
    return past.stream()
        .flatMap(r -> r.looked().stream().map(look -> new Looked(r.round(), look)))
        .toList();
  }

  /** Those that gained. */
  static Stream<Looked> better(List<RoundRecord> past) {
    return of(past).stream().filter(l -> l.look().value() > 0);
  }
}
