package dev.inquest.app.cli.remote;

import java.time.Duration;

/**
 * @param began by {@link System#nanoTime()}
 */
record Deadline(Duration length, long began) {
  boolean passed(long nanoTime) {
    return nanoTime - began >= length.toNanos();
  }
}
