package dev.inquest.evidence;

import java.time.Instant;
import java.util.List;

/** Keeps what a database's baseline sampler saw, for a day. Thread-safe. */
public interface BaselineStore {
  /**
   * One snapshot of one kind ({@code statements, tables, waits, connections}).
   *
   * @param content JSON written and read by the connector that samples
   */
  record Snapshot(String target, String kind, Instant at, String content) {}

  void append(Snapshot snapshot);

  /** Snapshots of one kind in time order. */
  List<Snapshot> between(String target, String kind, TimeWindow window);

  void deleteBefore(Instant limit);
}
