package dev.inquest.app.recorder;

/**
 * Every trace of a query in a few dozen bytes each: open addressing over primitive arrays. When
 * there are more than it may hold, half of them are put away by a seeded coin of their own, and the
 * rest count double, again and again (Gibbons and Tirthapura's distinct sampling, 2001).
 */
final class TraceTable {
  private static final byte ERROR = 1;
  private static final byte ROOT = 2;
  private static final byte WANTED = 4;

  /** Sees one trace. */
  interface Visitor {
    void trace(long trace, long startNanos, long durationNanos, boolean error);
  }

  private final int maxTraces;
  private final long seed;
  private long[] traces = new long[1 << 12];
  private long[] starts = new long[1 << 12];
  private long[] durations = new long[1 << 12];
  private byte[] flags = new byte[1 << 12];
  private int size;
  private int halvings;

  TraceTable(int maxTraces, long seed) {
    this.maxTraces = maxTraces;
    this.seed = seed;
  }

  /**
   * Adds a span: a trace starts with its first span, lasts as long as its root (its longest span
   * where no root was seen), and failed where any span did.
   */
  void add(long trace, long start, long duration, boolean error, boolean root, boolean wanted) {
    if (trace == 0 || !kept(trace)) {
      return;
    }
    int slot = slot(traces, trace);
    if (traces[slot] == 0) {
      traces[slot] = trace;
      starts[slot] = start;
      size++;
    }
    boolean rooted = (flags[slot] & ROOT) != 0;
    starts[slot] = Math.min(starts[slot], start);
    if (root || !rooted) {
      durations[slot] = root && !rooted ? duration : Math.max(durations[slot], duration);
    }
    flags[slot] |= (byte) ((error ? ERROR : 0) | (root ? ROOT : 0) | (wanted ? WANTED : 0));
    grow();
  }

  /** By how much each trace counts. */
  double weight() {
    return Math.scalb(1.0, halvings);
  }

  void forEachWanted(Visitor visitor) {
    for (int slot = 0; slot < traces.length; slot++) {
      if (traces[slot] != 0 && (flags[slot] & WANTED) != 0) {
        visitor.trace(traces[slot], starts[slot], durations[slot], (flags[slot] & ERROR) != 0);
      }
    }
  }

  private boolean kept(long trace) {
    return halvings == 0 || Mix.of(trace, seed) >>> (Long.SIZE - halvings) == 0;
  }

  private static int slot(long[] table, long trace) {
    int slot = (int) Mix.of(trace) & (table.length - 1);
    while (table[slot] != 0 && table[slot] != trace) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    if (size > maxTraces) {
      halvings++;
      rebuild(traces.length);
    } else if (size > traces.length / 2) {
      rebuild(traces.length * 2);
    }
  }

  private void rebuild(int capacity) {
    long[] oldTraces = traces;
    long[] oldStarts = starts;
    long[] oldDurations = durations;
    byte[] oldFlags = flags;
    traces = new long[capacity];
    starts = new long[capacity];
    durations = new long[capacity];
    flags = new byte[capacity];
    size = 0;
    for (int i = 0; i < oldTraces.length; i++) {
      if (oldTraces[i] != 0 && kept(oldTraces[i])) {
        int slot = slot(traces, oldTraces[i]);
        traces[slot] = oldTraces[i];
        starts[slot] = oldStarts[i];
        durations[slot] = oldDurations[i];
        flags[slot] = oldFlags[i];
        size++;
      }
    }
  }
}
