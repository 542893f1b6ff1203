package dev.inquest.kit;

import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps snapshots in memory. Thread-safe. */
public final class FakeBaselineStore implements BaselineStore {
  private final List<Snapshot> snapshots = new ArrayList<>();

  @Override
  public synchronized void append(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public synchronized List<Snapshot> between(String target, String kind, TimeWindow window) {
    return snapshots.stream()
        .filter(s -> s.target().equals(target) && s.kind().equals(kind))
        .filter(s -> window.contains(s.at()))
        .sorted(Comparator.comparing(Snapshot::at))
        .toList();
  }

  @Override
  public synchronized void deleteBefore(Instant limit) {
    snapshots.removeIf(s -> s.at().isBefore(limit));
  }

  /** Everything that was appended and not deleted. */
  public synchronized List<Snapshot> all() {
    return List.copyOf(snapshots);
  }
}
