package dev.inquest.gate;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Calls one piece of work again and again on a thread of its own. What it does is durable in the
 * database, so a failed round is only logged, and the next one a little later.
 */
public final class Loop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final String name;
  private final Duration interval;
  private final Runnable work;
  private volatile CountDownLatch stop = new CountDownLatch(0);
  private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

  public Loop(String name, Duration interval, Runnable work) {
    this.name = name;
    this.interval = interval;
    this.work = work;
  }

  @Override
  public synchronized void start() {
    CountDownLatch latch = new CountDownLatch(1);
    stop = latch;
    thread = Thread.ofVirtual().name("gate-" + name).start(() -> run(latch));
  }

  private void run(CountDownLatch latch) {
    try {
      boolean stopped = false;
      while (!stopped) {
        stopped = latch.await(round().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait for the next one. */
  private Duration round() {
    try {
      work.run();
      return interval;
    } catch (RuntimeException e) {
      LOG.warn("{}: this round failed", name, e);
      return AFTER_FAILURE;
    }
  }

  @Override
  public synchronized void stop() {
    stop.countDown();
    try {
      if (!thread.join(STOP_WAIT)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stop.getCount() > 0;
  }
}
