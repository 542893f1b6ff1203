package dev.inquest.app.postgres;

import dev.inquest.app.process.Programs;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The running server. A shell of a few lines stands between: when our end of its standard input
 * closes, be it that we were killed, it shuts the server down, so none is left behind.
 */
final class PostgresProcess implements AutoCloseable {
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (read -r _ <&3; kill -INT "$server" 2>/dev/null) &
      watch=$!
      wait "$server"
      code=$?
      kill "$watch" 2>/dev/null
      exit "$code"
      """;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;
  private static final int LOG_TAIL_LINES = 5;

  private final Process guard;
  private final Path data;
  private final Path log;

  private PostgresProcess(Process guard, Path data, Path log) {
    this.guard = guard;
    this.data = data;
    this.log = log;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @throws FailureException where it does not
   */
  static PostgresProcess start(
      Path binaries, Path data, Path log, int port, Unprivileged unprivileged)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ownSession());
    command.addAll(List.of("sh", "-c", GUARD, "inquest-postgres"));
    command.addAll(unprivileged.command(serverCommand(binaries, data, port)));
    Process guard =
        Programs.builder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    PostgresProcess server = new PostgresProcess(guard, data, log);
    server.awaitReady();
    return server;
  }

  private static List<String> serverCommand(Path binaries, Path data, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=60",
            "shared_buffers=64MB",
            "log_min_messages=warning")) {
      command.add("-c");
      command.add(setting);
    }
    return command;
  }

  /** So that a Ctrl-C at the terminal reaches us alone, and we stop things in order. */
  private static List<String> ownSession() {
    return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      if (!guard.isAlive()) {
        throw failed("it stopped at once");
      }
      Optional<PostmasterFile> file = PostmasterFile.read(data);
      if (file.isPresent() && file.get().ready()) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
    close();
    throw failed("it was not ready after " + START.toSeconds() + " s");
  }

  private FailureException failed(String why) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    String tail =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    return new FailureException(
        Failure.transientFailure(
            "postgres-start",
            data.toString(),
            "the embedded PostgreSQL did not start: " + why + ".\n" + tail));
  }

  boolean isAlive() {
    return guard.isAlive();
  }

  /** Blocks until the server has ended, wanted or not. */
  void await() throws InterruptedException {
    guard.waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    guard.getOutputStream().close();
    if (!Signals.ended(guard.toHandle(), STOP)) {
      StaleServer.stop(data);
      Signals.ended(guard.toHandle(), STOP);
    }
  }
}
