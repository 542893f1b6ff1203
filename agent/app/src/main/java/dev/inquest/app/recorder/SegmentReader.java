package dev.inquest.app.recorder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads frames from the start of a file until its end or the first that is not whole. */
final class SegmentReader {
  private static final int BUFFER_BYTES = 1 << 18;

  private SegmentReader() {}

  /**
   * Gives every whole frame that overlaps {@code [fromMillis, toMillis)}.
   *
   * @return whether all of the segment could be read
   */
  static boolean read(Segment segment, long fromMillis, long toMillis, Consumer<Frame> consumer)
      throws IOException {
    long position = 0;
    try (DataInputStream in = open(segment.file())) {
      while (position < segment.bytes()) {
        Frame frame = next(in);
        if (frame == null) {
          return false;
        }
        position += encodedBytes(frame);
        if (frame.overlaps(fromMillis, toMillis)) {
          consumer.accept(frame);
        }
      }
    }
    return true;
  }

  /** What of a file is whole; the rest is a torn tail. */
  static Segment recover(Path file) throws IOException {
    Segment segment = Segment.empty(file);
    try (DataInputStream in = open(file)) {
      Frame frame = next(in);
      while (frame != null) {
        segment = segment.with(frame, encodedBytes(frame));
        frame = next(in);
      }
    }
    return segment;
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  private static long encodedBytes(Frame frame) {
    return Frame.HEADER_BYTES
        + 2L * Long.BYTES
        + Integer.BYTES
        + frame.digest().length
        + frame.body().length;
  }

  private static @Nullable Frame next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      int crc = in.readInt();
      if (length < 0 || length > Frame.MAX_PAYLOAD_BYTES) {
        return null;
      }
      byte[] payload = in.readNBytes(length);
      return payload.length == length ? Frame.decoded(payload, crc) : null;
    } catch (EOFException e) {
      return null;
    }
  }
}
