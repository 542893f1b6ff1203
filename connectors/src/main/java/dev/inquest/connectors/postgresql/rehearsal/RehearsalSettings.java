package dev.inquest.connectors.postgresql.rehearsal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code inquest.rehearsal.*}: a database of Inquest's own, into which sampled rows may be copied.
 *
 * @param url absent: no rehearsal
 * @param username may create schemas there, and has no business anywhere else
 * @param password or {@code passwordFile}
 */
@ConfigurationProperties("inquest.rehearsal")
public record RehearsalSettings(
    @Nullable String url,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path passwordFile) {
  public RehearsalSettings {
    if (url != null && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("inquest.rehearsal.url must begin with jdbc:postgresql:");
    }
    if (url != null && (username == null || username.isBlank())) {
      throw new IllegalArgumentException(
          "inquest.rehearsal.username is missing; name the scratch database's role");
    }
    if (password != null && passwordFile != null) {
      throw new IllegalArgumentException(
          "inquest.rehearsal.password and password-file are both set; keep one");
    }
  }

  /** Never prints the password. */
  @Override
  public String toString() {
    return "RehearsalSettings[username=" + username + "]";
  }
}
