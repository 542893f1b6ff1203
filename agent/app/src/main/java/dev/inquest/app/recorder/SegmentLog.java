package dev.inquest.app.recorder;

import dev.inquest.app.postgres.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Append-only frames in files of bounded size, the oldest file dropped when all together are too
 * large. An append is in the system's hands when it returns, so it survives our being killed;
 * {@link #flush} puts it on the disk. Readers take a {@link #snapshot} and are never waited for.
 * Thread-safe.
 */
final class SegmentLog implements AutoCloseable {
  private final Path folder;
  private final long maxBytes;
  private final long segmentBytes;
  private final Deque<Segment> sealed = new ArrayDeque<>();
  private Segment active;
  private FileChannel out;
  private boolean dirty;

  private SegmentLog(Path folder, long maxBytes, long segmentBytes) throws IOException {
    this.folder = Folders.ownerOnly(folder);
    this.maxBytes = maxBytes;
    this.segmentBytes = segmentBytes;
    sealed.addAll(SegmentFiles.recover(folder));
    Segment last = sealed.pollLast();
    this.active = last == null ? Segment.empty(SegmentFiles.first(folder)) : last;
    this.out = append(active);
  }

  /** Opens the folder, cutting off what the last run did not finish writing. */
  static SegmentLog open(Path folder, long maxBytes, long segmentBytes) throws IOException {
    return new SegmentLog(folder, maxBytes, segmentBytes);
  }

  private static FileChannel append(Segment segment) throws IOException {
    FileChannel channel =
        FileChannel.open(segment.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel.truncate(segment.bytes()).position(segment.bytes());
  }

  /**
   * @throws IOException where the disk refuses; nothing of the frame is kept then
   */
  void append(Frame frame) throws IOException {
    ByteBuffer bytes = frame.encoded();
    int length = bytes.remaining();
    synchronized (this) {
      if (active.bytes() > 0 && active.bytes() + length > segmentBytes) {
        roll();
      }
      write(bytes);
      active = active.with(frame, length);
      dirty = true;
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      out.truncate(active.bytes()).position(active.bytes());
      throw e;
    }
  }

  private void roll() throws IOException {
    out.force(true);
    out.close();
    SegmentFiles.seal(active);
    sealed.addLast(active);
    active = Segment.empty(SegmentFiles.after(active.file()));
    out = append(active);
    dropOldest();
  }

  private void dropOldest() throws IOException {
    long bytes = sealed.stream().mapToLong(Segment::bytes).sum() + segmentBytes;
    while (bytes > maxBytes && !sealed.isEmpty()) {
      Segment oldest = sealed.removeFirst();
      SegmentFiles.delete(oldest.file());
      bytes -= oldest.bytes();
    }
  }

  /** Segments that overlap {@code [fromMillis, toMillis)}, oldest first. */
  synchronized List<Segment> snapshot(long fromMillis, long toMillis) {
    List<Segment> all = new ArrayList<>(sealed);
    all.add(active);
    all.removeIf(segment -> !segment.overlaps(fromMillis, toMillis));
    return all;
  }

  synchronized long bytes() {
    return sealed.stream().mapToLong(Segment::bytes).sum() + active.bytes();
  }

  /** Puts on the disk what was appended since the last call. */
  void flush() throws IOException {
    FileChannel channel;
    synchronized (this) {
      if (!dirty) {
        return;
      }
      dirty = false;
      channel = out;
    }
    try {
      // Outside of the lock: a slow disk must not hold up the senders.
      channel.force(false);
    } catch (java.nio.channels.ClosedChannelException e) {
      // Rolled meanwhile, and forced then.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      out.force(true);
      out.close();
    }
    Files.exists(folder);
  }
}
