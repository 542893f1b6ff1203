package dev.inquest.app.evidence;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a source that may hang or have a defect. */
final class Patience {
  private Patience() {}

  /**
   * @throws FailureException {@code source-timeout}, {@code source-failed}, or the source's own
   */
  static byte[] within(Duration longest, String source, Callable<byte[]> question) {
    FutureTask<byte[]> task = new FutureTask<>(question);
    Thread.ofVirtual().name("refetch").start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw failed("source-timeout", source, "it did not answer in time", e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw failed("interrupted", source, "the process is stopping", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FailureException known) {
        throw known;
      }
      throw failed("source-failed", source, "it failed unexpectedly", e);
    }
  }

  private static FailureException failed(String code, String source, String why, Exception cause) {
    return new FailureException(Failure.transientFailure(code, source, why), cause);
  }
}
