package dev.inquest.change;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the diffs of an incident's changes say, each read when it is first asked for, and once.
 * Thread-safe.
 */
public final class DiffReadings {
  private final Map<Change, DiffReading> known = new ConcurrentHashMap<>();

  /** Of the paths alone where no source told the diff. */
  public DiffReading of(Change change) {
    return known.computeIfAbsent(change, DiffReadings::read);
  }

  private static DiffReading read(Change change) {
    String diff = change.diff();
    return diff == null || diff.isBlank()
        ? DiffReader.ofPaths(change.files())
        : DiffReader.read(diff, change.files());
  }
}
