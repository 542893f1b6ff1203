package dev.inquest.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Ends this process when the supervisor's end of our standard input closes. */
final class ParentWatch {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private ParentWatch() {}

  static void start(InputStream in) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> await(in));
  }

  private static void await(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    Thread.ofPlatform().daemon().name("last-resort").start(ParentWatch::haltAfterPatience);
    System.exit(0);
  }

  private static void haltAfterPatience() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
