package dev.inquest.playbooks.simulation;

/**
 * The mean wait in queues that are asked about one after another. Neighbours, as replicas of one
 * part are, mostly have the same load: the last answer is kept. Not thread-safe.
 */
final class Waiting {
  private int servers;
  private double load = Double.NaN;
  private double waits;

  /** As {@link Queueing#wait}. */
  double wait(int servers, double load, double serviceTime) {
    if (load <= 0) {
      return 0;
    }
    if (servers != this.servers || load != this.load) {
      this.servers = servers;
      this.load = load;
      this.waits = Queueing.waits(servers, load);
    }
    return waits * serviceTime / (servers - load);
  }
}
