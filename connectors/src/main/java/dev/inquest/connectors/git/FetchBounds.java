package dev.inquest.connectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a fetch that lasts too long, was interrupted, or fills the disk. */
final class FetchBounds extends EmptyProgressMonitor {
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(200).toNanos();

  private final Path mirror;
  private final long maxBytes;
  private final long deadlineNanos;
  private long lookedNanos = System.nanoTime();
  private boolean tooBig;

  FetchBounds(Path mirror, long maxBytes, Duration timeout) {
    this.mirror = mirror;
    this.maxBytes = maxBytes;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  @Override
  public boolean isCancelled() {
    long now = System.nanoTime();
    if (now - lookedNanos > LOOK_EVERY_NANOS) {
      lookedNanos = now;
      exceeded();
    }
    return tooBig || now - deadlineNanos > 0 || Thread.currentThread().isInterrupted();
  }

  /** Whether the mirror is over its bytes now, or was: an ended fetch takes its files away. */
  boolean exceeded() {
    tooBig = tooBig || tooBigNow();
    return tooBig;
  }

  private boolean tooBigNow() {
    try (Stream<Path> files = Files.walk(mirror)) {
      return files.mapToLong(FetchBounds::size).sum() > maxBytes;
    } catch (IOException | UncheckedIOException e) {
      // A file that went away while it was counted: the next look counts again.
      return false;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
