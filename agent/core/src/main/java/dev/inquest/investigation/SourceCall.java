package dev.inquest.investigation;

import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question under way. Its answer is dealt with in the asking thread, so that one that comes too
 * late changes nothing.
 */
final class SourceCall<T> {
  private final String kind;
  private final CompletableFuture<T> answer;
  private final Consumer<T> use;

  private SourceCall(String kind, CompletableFuture<T> answer, Consumer<T> use) {
    this.kind = kind;
    this.answer = answer;
    this.use = use;
  }

  /**
   * Starts asking.
   *
   * @param kind for what is missing where it fails, e.g. {@code traces}
   */
  static <T> SourceCall<T> start(
      String kind, Executor executor, Supplier<T> question, Consumer<T> use) {
    CompletableFuture<T> answer;
    try {
      answer = CompletableFuture.supplyAsync(question, executor);
    } catch (RejectedExecutionException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return new SourceCall<>(kind, answer, use);
  }

  /**
   * Waits at most that long, however long the source hangs.
   *
   * @param missing is told why there is no answer
   */
  void await(Duration atMost, Consumer<String> missing) {
    try {
      use.accept(answer.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      missing.accept(kind + ": source-timeout");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      missing.accept(kind + ": interrupted");
    } catch (ExecutionException e) {
      missing.accept(kind + ": " + code(e.getCause()));
    }
  }

  private static String code(@Nullable Throwable cause) {
    return cause instanceof FailureException known ? known.failure().code() : "source-failed";
  }
}
