package dev.inquest.app.intake;

import dev.inquest.app.storage.Deliveries;
import dev.inquest.app.storage.Deliveries.NewDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends deliveries with group commit: what arrives while one transaction commits shares the next.
 * Bounded in deliveries, bytes and waiting time; beyond that the sender is told to come again.
 */
@Component
class Inbox implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int MAX_WAITING = 4_096;
  private static final int MAX_WAITING_KIB = 128 * 1024;
  private static final int MAX_BATCH = 256;

  /** PagerDuty wants an answer within 5 s. */
  private static final Duration MAX_WAIT = Duration.ofMillis(4_500);

  private record Waiting(NewDelivery delivery, CompletableFuture<AppendResult> result) {}

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Semaphore kibibytes = new Semaphore(MAX_WAITING_KIB);
  private final Deliveries deliveries;
  private final TransactionTemplate transactions;
  private final Timer commits;
  private volatile @Nullable Thread writer;

  Inbox(Deliveries deliveries, TransactionTemplate transactions, MeterRegistry meters) {
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.commits =
        Timer.builder("inquest.delivery.commit").publishPercentileHistogram().register(meters);
  }

  /** Returns once committed, known to be committed, or given up. */
  AppendResult append(NewDelivery delivery) {
    int size = 1 + delivery.body().length / 1024;
    if (!kibibytes.tryAcquire(size)) {
      return new AppendResult.NotStored("too much is waiting to be stored");
    }
    Waiting waiting = new Waiting(delivery, new CompletableFuture<>());
    try {
      return queue.offer(waiting)
          ? await(waiting.result())
          : new AppendResult.NotStored("too many are waiting to be stored");
    } finally {
      kibibytes.release(size);
    }
  }

  private static AppendResult await(CompletableFuture<AppendResult> result) {
    try {
      return result.get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      return new AppendResult.NotStored("the database did not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new AppendResult.NotStored("the process is stopping");
    } catch (ExecutionException e) {
      LOG.warn("a delivery could not be stored", e.getCause());
      return new AppendResult.NotStored("the database refused it");
    }
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    while (writer != null) {
      try {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MAX_BATCH - 1);
        batch.removeIf(w -> w.result().isDone());
        commit(batch);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A row that spoils its batch must not take the others with it: then each goes alone. */
  private void commit(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      commitTogether(batch);
    } catch (RuntimeException e) {
      if (batch.size() == 1 || !(e instanceof DataIntegrityViolationException)) {
        LOG.warn("{} deliveries were not stored: {}", batch.size(), e.getClass().getSimpleName());
        batch.forEach(w -> w.result().complete(new AppendResult.NotStored("the database failed")));
        return;
      }
      batch.forEach(w -> commit(List.of(w)));
    }
  }

  private void commitTogether(List<Waiting> batch) {
    List<AppendResult> results = new ArrayList<>(batch.size());
    commits.record(() ->
        transactions.executeWithoutResult(
            status -> batch.forEach(w -> results.add(insert(w.delivery())))));
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).result().complete(results.get(i));
    }
  }

  private AppendResult insert(NewDelivery delivery) {
    OptionalLong id = deliveries.insert(delivery);
    return id.isPresent() ? new AppendResult.Stored(id.getAsLong()) : new AppendResult.Duplicate();
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name("inquest-inbox").daemon().unstarted(this::write);
    writer = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = writer;
    writer = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  /** Before the web server opens its port, after it closed it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
