package dev.inquest.lab.process;

import java.time.Instant;
import java.util.Optional;

/**
 * A process remembered across runs: its id and when it started, so that another process that got
 * the same id later is never taken for it.
 */
public record Remembered(long pid, String startedAt) {
  public static Remembered of(ProcessHandle handle) {
    return new Remembered(handle.pid(), started(handle));
  }

  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> started(handle).equals(startedAt));
  }

  private static String started(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
