package dev.inquest.playbooks.arena.incidents;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.limit.LastUsed;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.replay.Replay;

/** Catalogues that are tried, parsed once while they are. Thread-safe. */
final class Engines {
  private static final int MOST = 8;

  private final LastUsed<Subject.Files, Replay> replays = new LastUsed<>(MOST);

  Replay of(Subject.Files files) {
    return replays.of(files, its -> new Replay(its.catalogue(), StatisticalEngine::new, () -> 0));
  }
}
