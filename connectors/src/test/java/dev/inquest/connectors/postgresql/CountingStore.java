package dev.inquest.connectors.postgresql;

import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Counts the samples of statements that reach a store. */
record CountingStore(BaselineStore store, CountDownLatch latch) implements BaselineStore {
  @Override
  public void append(Snapshot snapshot) {
    store.append(snapshot);
    if (snapshot.kind().equals("statements")) {
      latch.countDown();
    }
  }

  @Override
  public List<Snapshot> between(String target, String kind, TimeWindow window) {
    return store.between(target, kind, window);
  }

  @Override
  public void deleteBefore(Instant limit) {
    store.deleteBefore(limit);
  }
}
