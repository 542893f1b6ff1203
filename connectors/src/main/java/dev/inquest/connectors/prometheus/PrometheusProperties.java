package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.http.HttpAccess;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Prometheus is and how hard it may be asked.
 *
 * @param url its root, a path prefix included
 * @param token sent as {@code Authorization: Bearer}
 * @param username for basic authentication, with {@code password}
 * @param tenant sent as {@code X-Scope-OrgID}
 * @param caFile PEM, trusted beside the JDK's authorities
 * @param step finest resolution asked for; best the interval of the scrapes
 * @param rateWindow over which counters and histograms are averaged where two steps hold too few
 *     samples; several scrapes long
 * @param timeout of one query
 * @param readTimeout of all queries for one answer
 * @param maxResponse of one query's answer
 * @param serviceLabels labels that name a service, the most telling first
 */
@ConfigurationProperties("inquest.connectors.prometheus")
public record PrometheusProperties(
    URI url,
    @Nullable String token,
    @Nullable String username,
    @Nullable String password,
    @Nullable String tenant,
    @Nullable Path caFile,
    @DefaultValue("15s") Duration step,
    @DefaultValue("1m") Duration rateWindow,
    @DefaultValue("10") int queriesPerSecond,
    @DefaultValue("4") int maxConcurrent,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("45s") Duration readTimeout,
    @DefaultValue("32MB") DataSize maxResponse,
    @DefaultValue({"service", "service_name", "job", "app", "app_kubernetes_io_name"})
        List<String> serviceLabels) {
  private static final String BLOCK = "inquest.connectors.prometheus";
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,100}");

  public PrometheusProperties {
    serviceLabels = List.copyOf(serviceLabels);
    Violations violations = new Violations(BLOCK);
    access(url, token, username, password, caFile, timeout, maxResponse).check(violations);
    violations
        .unless(isAtLeastOneSecond(step), "step must be at least 1s")
        .unless(isAtLeastOneSecond(rateWindow), "rate-window must be at least 1s")
        .unless(queriesPerSecond > 0, "queries-per-second must be positive")
        .unless(maxConcurrent > 0, "max-concurrent must be positive")
        .unless(readTimeout.isPositive(), "read-timeout must be longer than nothing")
        .unless(!serviceLabels.isEmpty(), "service-labels must name at least one label")
        .unless(
            serviceLabels.stream().allMatch(l -> LABEL.matcher(l).matches()),
            "service-labels must be label names: letters, digits and _")
        .throwIfAny();
  }

  /** All standard but the address. */
  public static PrometheusProperties at(URI url) {
    return new PrometheusProperties(
        url,
        null,
        null,
        null,
        null,
        null,
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        10,
        4,
        Duration.ofSeconds(10),
        Duration.ofSeconds(45),
        DataSize.ofMegabytes(32),
        List.of("service", "service_name", "job", "app", "app_kubernetes_io_name"));
  }

  HttpAccess access() {
    return access(url, token, username, password, caFile, timeout, maxResponse);
  }

  private static HttpAccess access(
      URI url,
      @Nullable String token,
      @Nullable String username,
      @Nullable String password,
      @Nullable Path caFile,
      Duration timeout,
      DataSize maxResponse) {
    return new HttpAccess(
        "prometheus", url, token, username, password, caFile, timeout, maxResponse);
  }

  GuardLimits limits() {
    return GuardLimits.DEFAULT
        .withTimeout(timeout)
        .withCallsPerSecond(queriesPerSecond)
        .withMaxConcurrent(maxConcurrent)
        .withMaxWait(timeout);
  }

  private static boolean isAtLeastOneSecond(Duration value) {
    return value.compareTo(Duration.ofSeconds(1)) >= 0;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "PrometheusProperties[" + url + "]";
  }
}
