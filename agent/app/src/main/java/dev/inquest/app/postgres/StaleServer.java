package dev.inquest.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Stops the server that an earlier run left behind when it was killed. */
final class StaleServer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private StaleServer() {}

  /** Returns whether there was one. */
  static boolean stop(Path data) throws IOException, InterruptedException {
    Optional<PostmasterFile> file = PostmasterFile.read(data);
    if (file.isEmpty()) {
      return false;
    }
    Optional<ProcessHandle> server =
        ProcessHandle.of(file.get().pid()).filter(p -> serves(p, data));
    if (server.isPresent()) {
      Signals.fastShutdown(server.get(), PATIENCE);
    }
    // What is left names no server of this folder; its number may belong to anybody by now.
    Files.deleteIfExists(PostmasterFile.in(data));
    return server.isPresent();
  }

  private static boolean serves(ProcessHandle process, Path data) {
    String line = process.info().commandLine().orElse("");
    return process.isAlive() && line.contains("postgres") && line.contains(data.toString());
  }
}
