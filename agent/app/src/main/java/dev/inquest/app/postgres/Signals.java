package dev.inquest.app.postgres;

import dev.inquest.app.process.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server to stop: SIGINT is PostgreSQL's fast shutdown, which loses nothing. */
final class Signals {
  private Signals() {}

  static void fastShutdown(ProcessHandle server, Duration patience)
      throws IOException, InterruptedException {
    Programs.builder(List.of("sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(server.pid())))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    if (!ended(server, patience)) {
      server.destroyForcibly();
      ended(server, patience);
    }
  }

  static boolean ended(ProcessHandle process, Duration patience) throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process never fails", e);
    }
  }
}
