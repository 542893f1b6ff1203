package dev.inquest.app.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is configured: Inquest's own keys, checked, and whatever else the file says for Spring.
 *
 * @param own by canonical name
 * @param other keys such as {@code spring.datasource.url} or {@code logging.level.*}
 */
public record Settings(Map<String, Setting> own, Map<String, String> other) {
  public Settings {
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  public Optional<String> get(String name) {
    Setting setting = own.get(name);
    return Optional.ofNullable(setting == null ? other.get(name) : setting.value());
  }

  public String get(String name, String standard) {
    return get(name).orElse(standard);
  }

  public int port(String name, int standard) {
    return get(name).map(Integer::parseInt).orElse(standard);
  }

  public Path home() {
    return Path.of(get("inquest.home", "./.inquest")).toAbsolutePath().normalize();
  }

  /** The URL of a server of the operator's own, or null where Inquest runs its own. */
  public @Nullable String databaseUrl() {
    return get("spring.datasource.url").filter(url -> !url.isBlank()).orElse(null);
  }

  /** What that role's process is given: nothing of the other's, nothing of the operator's. */
  public Map<String, String> forRole(Role role) {
    Map<String, String> given = new LinkedHashMap<>();
    other.forEach((name, value) -> {
      if (!name.startsWith("spring.datasource.")) {
        given.put(name, value);
      }
    });
    own.forEach((name, setting) -> {
      if (setting.key().owner().allows(role) && !foreignToken(role, name)) {
        given.put(name, setting.value());
      }
    });
    return given;
  }

  private boolean foreignToken(Role role, String name) {
    return role == Role.AGENT && ApiTokens.isApprovers(this, name);
  }
}
