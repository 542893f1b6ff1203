package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Violations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How git repositories are read.
 *
 * @param fetchEvery a mirror older than this is fetched before it is listed
 * @param timeout of one fetch or one read
 * @param maxMirror of one mirror on disk; a fetch that passes it is given up
 * @param maxDiff of one commit; the rest is left out
 * @param maxFiles named of one commit
 * @param credentials for remote repositories
 */
@ConfigurationProperties("inquest.connectors.git")
public record GitProperties(
    @DefaultValue("10s") Duration fetchEvery,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("2GB") DataSize maxMirror,
    @DefaultValue("128KB") DataSize maxDiff,
    @DefaultValue("500") int maxFiles,
    @DefaultValue List<Credential> credentials) {
  public static final GitProperties DEFAULT =
      new GitProperties(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          DataSize.ofGigabytes(2),
          DataSize.ofKilobytes(128),
          500,
          List.of());

  public GitProperties {
    credentials = List.copyOf(credentials);
    new Violations("inquest.connectors.git")
        .unless(!fetchEvery.isNegative(), "fetch-every must not be negative")
        .unless(timeout.isPositive(), "timeout must be longer than nothing")
        .unless(maxMirror.toBytes() > 0, "max-mirror must be positive")
        .unless(
            maxDiff.toBytes() > 0 && maxDiff.toMegabytes() <= 16,
            "max-diff must lie between 1B and 16MB")
        .unless(maxFiles > 0, "max-files must be positive")
        .throwIfAny();
  }

  /** One call is a fetch or a read; reads of local repositories are cheap. */
  GuardLimits limits() {
    return GuardLimits.DEFAULT.withTimeout(timeout).withCallsPerSecond(200);
  }

  /**
   * A token for all repositories below an address.
   *
   * @param url e.g. {@code https://git.example.org/team}
   * @param username what goes with the token; most forges take any
   */
  public record Credential(URI url, @DefaultValue("oauth2") String username, String token) {
    public Credential {
      boolean safe =
          "https".equalsIgnoreCase(url.getScheme())
              || "127.0.0.1".equals(url.getHost())
              || "localhost".equals(url.getHost());
      new Violations("inquest.connectors.git.credentials[]")
          .unless(url.getHost() != null, "url must be an address such as https://git.example.org")
          .unless(safe, "url must begin with https:// or the token would travel readable")
          .unless(!token.isBlank(), "token must not be empty; leave the entry out instead")
          .throwIfAny();
    }

    /** Whether this token may be sent there: same scheme, host and port, at or below the path. */
    boolean covers(URI address) {
      String mine = folder(url.getPath());
      return url.getScheme().equalsIgnoreCase(address.getScheme())
          && url.getHost().equalsIgnoreCase(address.getHost())
          && url.getPort() == address.getPort()
          && folder(address.getPath()).startsWith(mine);
    }

    private static String folder(@Nullable String path) {
      String known = path == null ? "" : path;
      return known.endsWith("/") ? known : known + "/";
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Credential[" + url + "]";
    }
  }
}
