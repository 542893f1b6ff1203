package dev.inquest.connectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
    AtomicLong bytes = new AtomicLong();
    try {
      Files.walkFileTree(mirror, new Sum(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.get() > maxBytes;
  }

  /** Adds up what is there; a file that goes away while it is counted hides no other. */
  private static final class Sum extends SimpleFileVisitor<Path> {
    private final AtomicLong bytes;

    private Sum(AtomicLong bytes) {
      this.bytes = bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
