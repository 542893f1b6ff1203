package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where GitLab is, for the gate.
 *
 * @param writeToken with {@code api}, for the projects that may be changed and no others
 * @param caFile PEM, trusted beside the JDK's authorities
 * @param timeout of one call
 */
@ConfigurationProperties("inquest.gate.gitlab")
public record GitLabWriteProperties(
    URI url, String writeToken, @Nullable Path caFile, @DefaultValue("20s") Duration timeout) {
  public GitLabWriteProperties {
    new Violations("inquest.gate.gitlab")
        .unless(
            GitLabAddress.isPlain(url), "url must be an address such as https://gitlab.example.org")
        .unless(
            GitLabAddress.isSafeForTokens(url),
            "url must begin with https:// or the token would travel readable")
        .unless(!writeToken.isBlank(), "write-token must not be empty")
        .unless(timeout.isPositive(), "timeout must be longer than nothing")
        .throwIfAny();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "GitLabWriteProperties[" + url + "]";
  }
}
