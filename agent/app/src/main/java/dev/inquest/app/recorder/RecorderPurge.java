package dev.inquest.app.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Drops whole segments of a recorder that no process has open; what is newer in the same segment
 * stays with the old.
 *
 * @param folder the recorder's
 */
public record RecorderPurge(Path folder) {
  /**
   * @param limit the newest entry of a segment that goes is older
   * @return how many segments went, or would
   */
  public int before(Instant limit, boolean dryRun) throws IOException {
    int gone = 0;
    for (Signal signal : Signal.values()) {
      Path own = folder.resolve(signal.folder());
      if (Files.isDirectory(own)) {
        gone += before(own, limit, dryRun);
      }
    }
    return gone;
  }

  /** The last segment is the one that is written to next. */
  private static int before(Path own, Instant limit, boolean dryRun) throws IOException {
    List<Segment> segments = SegmentFiles.recover(own);
    int gone = 0;
    for (Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
      if (segment.maxMillis() < limit.toEpochMilli()) {
        gone++;
        if (!dryRun) {
          SegmentFiles.delete(segment.file());
        }
      }
    }
    return gone;
  }
}
