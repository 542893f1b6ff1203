package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Guarded;
import java.net.URI;
import java.time.Duration;

/** Connections for tests. */
final class Connections {
  private Connections() {}

  static GitLabConnection to(URI url, String token) {
    return to(url, token, Duration.ofSeconds(10));
  }

  static GitLabConnection to(URI url, String token, Duration timeout) {
    GuardLimits limits = GuardLimits.DEFAULT.withTimeout(timeout).withCallsPerSecond(1_000);
    return new GitLabConnection(
        url, token, null, timeout, new Guarded("gitlab", limits, CallListener.NONE));
  }
}
