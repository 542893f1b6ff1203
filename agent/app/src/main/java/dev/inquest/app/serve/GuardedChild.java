package dev.inquest.app.serve;

import dev.inquest.app.config.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A child that is started again when it dies, until it is closed. */
final class GuardedChild implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final ChildJvm jvm;
  private final Consumer<String> say;
  private final Backoff backoff = new Backoff();
  private final Thread guard;
  private volatile Process process;
  private volatile boolean closing;

  private GuardedChild(ChildJvm jvm, Consumer<String> say) throws IOException {
    this.jvm = jvm;
    this.say = say;
    this.process = jvm.start();
    this.guard =
        Thread.ofPlatform().daemon().name("guard-" + jvm.role().wire()).unstarted(this::keep);
  }

  static GuardedChild start(ChildJvm jvm, Consumer<String> say) throws IOException {
    return new GuardedChild(jvm, say);
  }

  Role role() {
    return jvm.role();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitValue() {
    return process.exitValue();
  }

  /** From now on a death is answered by a new start. */
  void keepAlive() {
    guard.start();
  }

  private void keep() {
    long started = System.nanoTime();
    try {
      while (!closing) {
        int code = process.waitFor();
        if (closing) {
          return;
        }
        Duration wait = backoff.after(Duration.ofNanos(System.nanoTime() - started));
        say.accept(
            "The %s ended with %d; it starts again in %.1f s."
                .formatted(role().wire(), code, wait.toMillis() / 1000.0));
        Thread.sleep(wait);
        started = System.nanoTime();
        restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void restart() {
    if (closing) {
      return;
    }
    try {
      process = jvm.start();
    } catch (IOException e) {
      // The dead process stays in place, so the loop waits and tries again.
      say.accept("The %s cannot be started: %s".formatted(role().wire(), e.getMessage()));
    }
  }

  /** Asks it to end; returns at once. */
  synchronized void askToEnd() {
    closing = true;
    guard.interrupt();
    process.destroy();
  }

  @Override
  public void close() throws InterruptedException {
    askToEnd();
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
