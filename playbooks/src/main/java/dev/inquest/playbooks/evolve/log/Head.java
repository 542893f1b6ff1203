package dev.inquest.playbooks.evolve.log;

import dev.inquest.playbooks.evolve.record.EvolveJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's log stands.
 *
 * @param hash of the last line
 * @param runKey told at the end; null before
 */
public record Head(int entries, String hash, int rounds, boolean done, @Nullable String runKey) {
  static Head of(List<Entry> entries, String hash) {
    int rounds = (int) entries.stream().filter(e -> e.kind() == Entry.Kind.ROUND).count();
    Entry last = entries.getLast();
    return new Head(entries.size(), hash, rounds, last.kind() == Entry.Kind.END, last.runKey());
  }

  byte[] bytes() {
    return EvolveJson.file(this);
  }
}
