package dev.inquest.playbooks.arena.incidents;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.replay.Replay;
import java.util.LinkedHashMap;
import java.util.Map;

/** Catalogues that are tried, parsed once while they are. Thread-safe. */
final class Engines {
  private static final int MOST = 8;

  private final Map<Subject.Files, Replay> replays = new LinkedHashMap<>();

  synchronized Replay of(Subject.Files files) {
    Replay replay = replays.remove(files);
    if (replay == null) {
      replay = new Replay(files.catalogue(), StatisticalEngine::new, () -> 0);
    }
    replays.put(files, replay);
    if (replays.size() > MOST) {
      replays.remove(replays.keySet().iterator().next());
    }
    return replay;
  }
}
