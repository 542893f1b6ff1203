package dev.inquest.app.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Drains the inbox when woken and every second. */
class InterpreterLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(InterpreterLoop.class);
  private static final long POLL_MILLIS = 1_000;
  private final Semaphore signal = new Semaphore(0);
  private final BooleanSupplier next;
  private volatile @Nullable Thread worker;

  /**
   * @param next does one unit of work; false where there is none
   */
  InterpreterLoop(BooleanSupplier next) {
    this.next = next;
  }

  void wake() {
    signal.release();
  }

  private void run() {
    while (worker == Thread.currentThread()) {
      try {
        drain();
        signal.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        signal.drainPermits();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void drain() {
    try {
      while (worker == Thread.currentThread() && next.getAsBoolean()) {
        LOG.debug("one delivery interpreted");
      }
    } catch (RuntimeException e) {
      LOG.error("interpreting stopped short, tries again in a second", e);
    }
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name("inquest-interpreter").daemon().unstarted(this::run);
    worker = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = worker;
    worker = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }
}
