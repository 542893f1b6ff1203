package dev.inquest.app.serve;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a process says that it is ready. */
public final class Readiness {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 50;
  private static final int TIMEOUT_MILLIS = 5_000;

  private Readiness() {}

  /** Returns false where it died or took too long. */
  static boolean await(int port, BooleanSupplier alive) throws InterruptedException {
    URI page = page(port, "readiness");
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < deadline) {
      if (answers(page)) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  /**
   * Whether what listens there says that it is well.
   *
   * @param probe {@code liveness} or {@code readiness}
   */
  public static boolean answers(int port, String probe) {
    return answers(page(port, probe));
  }

  private static URI page(int port, String probe) {
    return URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe);
  }

  private static boolean answers(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
