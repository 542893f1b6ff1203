package dev.inquest.app.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code inquest.grouping.*} and {@code inquest.suppress[]}.
 *
 * @param suppress what is stored and shown, and not investigated
 */
@ConfigurationProperties("inquest")
public record IncidentProperties(
    @DefaultValue Grouping grouping, @DefaultValue List<Suppression> suppress) {
  public IncidentProperties {
    suppress = List.copyOf(suppress);
  }

  /**
   * @param window how long after an incident's last new alert an alert of a connected service, or
   *     one that names no service, still joins it
   */
  public record Grouping(@DefaultValue("PT10M") Duration window) {}

  /**
   * @param matchers all must match, e.g. {@code alertname="Watchdog"}
   * @param from null: always
   * @param to null: for ever
   * @param reason for those who see the incident
   */
  public record Suppression(
      @DefaultValue List<String> matchers,
      @Nullable Instant from,
      @Nullable Instant to,
      @DefaultValue("suppressed by the configuration") String reason) {
    public Suppression {
      matchers = List.copyOf(matchers);
      if (matchers.isEmpty()) {
        throw new IllegalArgumentException(
            "inquest.suppress[]: without matchers it hides everything");
      }
    }
  }
}
