package dev.inquest.connectors.postgresql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code inquest.connectors.postgresql.databases[]}.
 *
 * @param name as the service map's {@code databases[]} name it
 * @param url {@code jdbc:postgresql://host:port/database}, without a password
 * @param username a role that can only read
 * @param password or {@code passwordFile}
 * @param rehearsal its owner allows sampled rows to be copied into Inquest's scratch database
 * @param sampleInterval how often the baseline is sampled; absent: 60 s
 */
public record DatabaseSettings(
    String name,
    String url,
    String username,
    @Nullable String password,
    @Nullable Path passwordFile,
    boolean rehearsal,
    @Nullable Duration sampleInterval) {
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(60);
  private static final Duration LEAST_INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  public DatabaseSettings {
    String key = "inquest.connectors.postgresql.databases[].";
    require(
        name != null && NAME.matcher(name).matches(),
        key + "name must be 1 to 63 letters, digits, dots, dashes or underscores");
    require(
        url != null && url.startsWith("jdbc:postgresql:"),
        key + "url of " + name + " must begin with jdbc:postgresql:");
    require(
        !url.toLowerCase(java.util.Locale.ROOT).contains("password="),
        key + "url of " + name + " holds a password; set password or password-file instead");
    require(
        username != null && !username.isBlank(),
        key + "username of " + name + " is missing; name a role that can only read");
    require(
        password == null || passwordFile == null,
        key + "password and password-file of " + name + " are both set; keep one");
    sampleInterval = sampleInterval == null ? DEFAULT_INTERVAL : sampleInterval;
    require(
        sampleInterval.compareTo(LEAST_INTERVAL) >= 0
            && sampleInterval.compareTo(LONGEST_INTERVAL) <= 0,
        key + "sample-interval of " + name + " must lie between 500ms and 10m");
  }

  /** Never null. */
  @Override
  public Duration sampleInterval() {
    return sampleInterval == null ? DEFAULT_INTERVAL : sampleInterval;
  }

  /** The password itself. */
  String secret() {
    return SecretText.of(password, passwordFile, "the database " + name);
  }

  /** Never prints the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[name=" + name + ", username=" + username + "]";
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
