package dev.inquest.connectors.http;

import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Where an HTTP API is, who asks it, and how much of it is read.
 *
 * @param subject the connector's name in failures
 * @param url its root, a path prefix included
 * @param token sent as {@code Authorization: Bearer}
 * @param username for basic authentication, with {@code password}
 * @param caFile PEM, trusted beside the JDK's authorities
 * @param timeout of one call
 * @param maxResponse of one answer's body
 */
public record HttpAccess(
    String subject,
    URI url,
    @Nullable String token,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path caFile,
    Duration timeout,
    DataSize maxResponse) {
  private static final int MAX_MEGABYTES = 1024;

  /** Complains about what cannot be used. */
  public void check(Violations violations) {
    boolean http =
        url.getHost() != null
            && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    violations
        .unless(http, "url must be an address such as http://" + subject + ".example.org")
        .unless(
            url.getRawUserInfo() == null, "url must hold no password; use username and password")
        .unless(token == null || username == null, "token and username exclude each other")
        .unless((username == null) == (password == null), "username and password go together")
        .unless(timeout.isPositive(), "timeout must be longer than nothing")
        .unless(
            maxResponse.toBytes() > 0 && maxResponse.toMegabytes() <= MAX_MEGABYTES,
            "max-response must lie between 1B and " + MAX_MEGABYTES + "MB");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "HttpAccess[" + subject + " at " + url + "]";
  }
}
