package dev.inquest.app.config;

import static java.util.Objects.requireNonNull;

/**
 * One value and where it came from.
 *
 * @param name canonical, e.g. {@code inquest.services[0].name}
 * @param origin for messages, e.g. {@code inquest.yml:12} or {@code INQUEST_OTLP_TOKEN}
 */
public record Setting(String name, String value, String origin, Key key) {
  public Setting {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
    requireNonNull(origin, "origin");
    requireNonNull(key, "key");
  }

  /** Never shows the value: it may be a secret. */
  @Override
  public String toString() {
    return name + " (" + origin + ")";
  }
}
