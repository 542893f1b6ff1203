package dev.inquest.lab.shop;

import dev.inquest.lab.story.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers: requests at random times (Poisson), whether or not earlier ones were answered, so that
 * a slow shop is not asked less often.
 */
public final class Load implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final int WARM_UP_ROUNDS = 15;

  private final Clock clock;
  private final Samples samples;
  private final List<Visit> visits;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private volatile URI shop;
  private volatile boolean running = true;

  public Load(Story story, Clock clock, URI shop) {
    this.clock = clock;
    this.samples = new Samples(clock);
    this.visits = Visit.of(story);
    this.shop = shop;
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      Random random = new Random(story.seed() * 31 + i);
      var _ = Thread.ofPlatform().daemon().name("load-" + i).start(() -> send(visit, random));
    }
  }

  public Samples samples() {
    return samples;
  }

  /** From now on customers reach this instance. */
  public void pointAt(URI instance) {
    shop = instance;
  }

  /** What a readiness check does: asks each page some times before customers do. */
  public void warmUp(URI instance) {
    Random random = new Random(1);
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      for (Visit visit : visits) {
        if (visit.method().equals("GET")) {
          status(instance, visit, visit.path().apply(random));
        }
      }
    }
  }

  @Override
  public void close() {
    running = false;
    http.shutdownNow();
  }

  private void send(Visit visit, Random random) {
    long due = System.nanoTime();
    while (running) {
      due += (long) (-Math.log(1 - random.nextDouble()) / visit.perSecond() * 1e9);
      LockSupport.parkNanos(due - System.nanoTime());
      String path = visit.path().apply(random);
      long dueNanos = due;
      if (running) {
        var _ = Thread.ofVirtual().start(() -> measure(visit, path, dueNanos));
      }
    }
  }

  private void measure(Visit visit, String path, long dueNanos) {
    Instant due = clock.instant().minusNanos(System.nanoTime() - dueNanos);
    int status = status(shop, visit, path);
    samples.add(due, visit.name(), (System.nanoTime() - dueNanos) / 1e6, status != 200);
  }

  /** 0 where there was no answer. */
  private int status(URI instance, Visit visit, String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(instance.resolve(path))
                  .timeout(TIMEOUT)
                  .method(visit.method(), HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
