package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where GitLab is, for the agent.
 *
 * @param readToken with {@code read_api} and no scope that can write
 * @param caFile PEM, trusted beside the JDK's authorities
 * @param timeout of one call
 * @param maxDiff of one deployment; the rest is left out
 * @param projects services whose project does not follow from {@code services[].repository}
 */
@ConfigurationProperties("inquest.connectors.gitlab")
public record GitLabReadProperties(
    URI url,
    String readToken,
    @Nullable Path caFile,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("10") int queriesPerSecond,
    @DefaultValue("128KB") DataSize maxDiff,
    @DefaultValue List<Project> projects) {
  private static final String BLOCK = "inquest.connectors.gitlab";

  public GitLabReadProperties {
    projects = List.copyOf(projects);
    new Violations(BLOCK)
        .unless(
            GitLabAddress.isPlain(url), "url must be an address such as https://gitlab.example.org")
        .unless(
            GitLabAddress.isSafeForTokens(url),
            "url must begin with https:// or the token would travel readable")
        .unless(!readToken.isBlank(), "read-token must not be empty")
        .unless(timeout.isPositive(), "timeout must be longer than nothing")
        .unless(queriesPerSecond > 0, "queries-per-second must be positive")
        .unless(
            maxDiff.toBytes() > 0 && maxDiff.toMegabytes() <= 16,
            "max-diff must lie between 1B and 16MB")
        .throwIfAny();
  }

  /**
   * A service's project.
   *
   * @param project its path, {@code group/project}, or its number
   * @param environment deployments to it count; where none is given, the service's own, else all
   */
  public record Project(String service, String project, @Nullable String environment) {
    public Project {
      new Violations(BLOCK + ".projects[]")
          .unless(!service.isBlank(), "service must name a service of inquest.services")
          .unless(
              project.matches("[0-9]+|[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+"),
              "project must be a path such as group/project, or a number")
          .throwIfAny();
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "GitLabReadProperties[" + url + "]";
  }
}
