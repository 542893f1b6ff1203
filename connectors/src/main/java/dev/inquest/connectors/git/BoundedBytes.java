package dev.inquest.connectors.git;

import java.io.ByteArrayOutputStream;

/** Keeps the first bytes written to it and forgets the rest. */
final class BoundedBytes extends ByteArrayOutputStream {
  private final int maxBytes;
  private boolean full;

  BoundedBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether something was forgotten. */
  synchronized boolean full() {
    return full;
  }

  @Override
  public synchronized void write(int one) {
    if (count < maxBytes) {
      super.write(one);
    } else {
      full = true;
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int kept = Math.min(length, maxBytes - count);
    super.write(bytes, offset, kept);
    full = full || kept < length;
  }
}
