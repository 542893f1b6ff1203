package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.http.HttpAccess;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Zipkin is and how hard it may be asked.
 *
 * @param url its root, a path prefix included; {@code /api/v2} lies below it
 * @param token sent as {@code Authorization: Bearer}
 * @param username for basic authentication, with {@code password}
 * @param caFile PEM, trusted beside the JDK's authorities
 * @param tracesPerQuery the {@code limit} of one query
 * @param maxQueries of one answer
 * @param timeout of one query
 * @param readTimeout of all queries for one answer
 * @param maxResponse of one query's answer
 */
@ConfigurationProperties("inquest.connectors.zipkin")
public record ZipkinProperties(
    URI url,
    @Nullable String token,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path caFile,
    @DefaultValue("500") int tracesPerQuery,
    @DefaultValue("300") int maxQueries,
    @DefaultValue("20") int queriesPerSecond,
    @DefaultValue("4") int maxConcurrent,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("25s") Duration readTimeout,
    @DefaultValue("16MB") DataSize maxResponse) {
  private static final String BLOCK = "inquest.connectors.zipkin";

  public ZipkinProperties {
    Violations violations = new Violations(BLOCK);
    new HttpAccess(
            ZipkinClient.SUBJECT, url, token, username, password, caFile, timeout, maxResponse)
        .check(violations);
    violations
        .unless(tracesPerQuery > 1, "traces-per-query must be at least 2")
        .unless(maxQueries > 0, "max-queries must be positive")
        .unless(queriesPerSecond > 0, "queries-per-second must be positive")
        .unless(maxConcurrent > 0, "max-concurrent must be positive")
        .unless(readTimeout.isPositive(), "read-timeout must be longer than nothing")
        .throwIfAny();
  }

  /** All standard but the address. */
  public static ZipkinProperties at(URI url) {
    return new ZipkinProperties(
        url,
        null,
        null,
        null,
        null,
        500,
        300,
        20,
        4,
        Duration.ofSeconds(10),
        Duration.ofSeconds(25),
        DataSize.ofMegabytes(16));
  }

  HttpAccess access() {
    return new HttpAccess(
        ZipkinClient.SUBJECT, url, token, username, password, caFile, timeout, maxResponse);
  }

  GuardLimits limits() {
    return GuardLimits.DEFAULT
        .withTimeout(timeout)
        .withCallsPerSecond(queriesPerSecond)
        .withMaxConcurrent(maxConcurrent)
        .withMaxWait(timeout);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ZipkinProperties[" + url + "]";
  }
}
