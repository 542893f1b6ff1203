package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Samples every database from start to stop, each on a virtual thread of its own. */
public final class BaselineSampler implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BaselineSampler.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final int EXPIRE_EVERY = 500;

  /**
   * One database to sample.
   *
   * @param every from the start of one sample to the start of the next
   */
  public record Job(String target, Baseline baseline, Guarded guard, Duration every) {}

  private final List<Job> jobs;
  private @Nullable ScheduledExecutorService executor;

  public BaselineSampler(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  @Override
  public synchronized void start() {
    if (executor != null || jobs.isEmpty()) {
      return;
    }
    executor =
        Executors.newScheduledThreadPool(
            jobs.size(), Thread.ofVirtual().name("baseline-", 0).factory());
    for (Job job : jobs) {
      ScheduledFuture<?> _ =
          executor.scheduleAtFixedRate(
              new Tick(job), 0, job.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    if (executor == null) {
      return;
    }
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a baseline sample did not end within {} s", STOP_WAIT.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  /** One database's turn; says once that it fails and once that it works again. */
  private static final class Tick implements Runnable {
    private final Job job;
    private final AtomicInteger ticks = new AtomicInteger();
    private @Nullable String complaint;

    Tick(Job job) {
      this.job = job;
    }

    @Override
    public void run() {
      try {
        job.guard().call(this::sample).ifPresentOrElse(this::complain, this::settle);
      } catch (FailureException e) {
        complain(e.failure().message());
      } catch (RuntimeException e) {
        // Anything that escapes would silently end the schedule.
        complain(e.getClass().getSimpleName());
      }
    }

    /** A complaint where the database was reached but does not let us sample. */
    private Optional<String> sample() {
      try {
        job.baseline().sample();
        if (ticks.getAndIncrement() % EXPIRE_EVERY == 0) {
          job.baseline().expire();
        }
        return Optional.empty();
      } catch (UntestableException e) {
        return Optional.of(e.sentence());
      }
    }

    private void settle() {
      if (complaint != null) {
        LOG.info("the baseline of {} is sampled again", job.target());
      }
      complaint = null;
    }

    private void complain(String sentence) {
      if (complaint == null) {
        LOG.warn("the baseline of {} is not sampled: {}", job.target(), sentence);
      }
      complaint = sentence;
    }
  }
}
