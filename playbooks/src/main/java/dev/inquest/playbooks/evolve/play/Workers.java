package dev.inquest.playbooks.evolve.play;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do the same thing to many inputs. What comes out does not depend on their number.
 */
public final class Workers implements AutoCloseable {
  private static final int MOST = 64;

  private final ExecutorService threads;

  /**
   * @param number of threads, from 1 to 64
   */
  public Workers(int number) {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("from 1 to " + MOST + " workers");
    }
    this.threads =
        Executors.newFixedThreadPool(
            number, Thread.ofPlatform().daemon().name("evolve-", 0).factory());
  }

  /** The results in the order of the inputs. */
  public <A, B> List<B> map(List<A> inputs, Function<A, B> work) {
    List<Callable<B>> tasks = new ArrayList<>();
    inputs.forEach(input -> tasks.add(() -> work.apply(input)));
    try {
      List<B> results = new ArrayList<>();
      for (Future<B> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trials were running", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IllegalStateException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
