package dev.inquest.app.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
public final class Until {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Until() {}

  public static void holds(String what, BooleanSupplier condition) {
    holds(what, LONGEST, condition);
  }

  public static void holds(String what, Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("within " + longest + " it did not come about that " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
