package dev.inquest.lab.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something to become so. */
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(150);

  private Waiting() {}

  /**
   * @param what for the sentence where it never comes
   * @throws IllegalStateException where it does not come in time
   */
  public static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain for " + what);
      }
      pause(PAUSE);
    }
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
