package dev.inquest.app.recorder;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a log holds of a span of time. */
final class FrameScan {
  private FrameScan() {}

  /**
   * Oldest first. A segment dropped meanwhile, or hurt, is named among the warnings.
   *
   * @throws FailureException {@code recorder-read} where the disk cannot be read
   */
  static void read(
      SegmentLog log, long fromMillis, long toMillis, List<String> warnings, Consumer<Frame> sink) {
    for (Segment segment : log.snapshot(fromMillis, toMillis)) {
      try {
        if (!SegmentReader.read(segment, fromMillis, toMillis, sink)) {
          warnings.add("segment " + segment.file().getFileName() + " is damaged; its rest is lost");
        }
      } catch (NoSuchFileException e) {
        warnings.add("segment " + segment.file().getFileName() + " was dropped to make room");
      } catch (IOException e) {
        throw new FailureException(
            Failure.transientFailure(
                "recorder-read", "recorder", "the recorder's disk cannot be read"),
            e);
      }
    }
  }
}
