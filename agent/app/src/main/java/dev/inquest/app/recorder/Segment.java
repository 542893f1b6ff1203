package dev.inquest.app.recorder;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A stretch of frames in one file, as far as it was written when asked.
 *
 * @param bytes how much of the file holds whole frames
 * @param minMillis earliest time in it; {@link Long#MAX_VALUE} where it is empty
 * @param maxMillis latest time in it; {@link Long#MIN_VALUE} where it is empty
 */
record Segment(Path file, long bytes, long minMillis, long maxMillis) {
  Segment {
    requireNonNull(file, "file");
  }

  static Segment empty(Path file) {
    return new Segment(file, 0, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  Segment with(Frame frame, long frameBytes) {
    return new Segment(
        file,
        bytes + frameBytes,
        Math.min(minMillis, frame.minMillis()),
        Math.max(maxMillis, frame.maxMillis()));
  }

  boolean overlaps(long fromMillis, long toMillis) {
    return maxMillis >= fromMillis && minMillis < toMillis;
  }
}
