package dev.inquest.app.serve;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** At most one supervisor a home; the system releases it however we end. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  public static HomeLock take(Path home) throws IOException {
    Path file = home.resolve("serve.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new FailureException(
          Failure.transientFailure(
              "home-taken",
              home.toString(),
              "Inquest already runs on "
                  + home
                  + " (process "
                  + Files.readString(file).strip()
                  + "); stop it, or set inquest.home to another folder"));
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return new HomeLock(channel);
  }

  /** The process that runs on this home; empty where none does. */
  public static Optional<String> holder(Path home) throws IOException {
    Path file = home.resolve("serve.lock");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
