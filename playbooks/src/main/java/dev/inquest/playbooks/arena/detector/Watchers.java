package dev.inquest.playbooks.arena.detector;

import dev.inquest.playbooks.arena.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Catalogues that are tried, parsed once while they are. Thread-safe. */
final class Watchers {
  private static final int MOST = 8;

  private final Map<Subject.Files, Watcher> watchers = new LinkedHashMap<>();

  synchronized Watcher of(Subject.Files files) {
    Watcher watcher = watchers.remove(files);
    if (watcher == null) {
      watcher = Watcher.of(files);
    }
    watchers.put(files, watcher);
    if (watchers.size() > MOST) {
      watchers.remove(watchers.keySet().iterator().next());
    }
    return watcher;
  }
}
