package dev.inquest.app.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code inquest.intake.*}. A sender without its secret is off.
 *
 * @param pagerduty several secrets while one is being rotated
 */
@ConfigurationProperties("inquest.intake")
public record IntakeProperties(
    @DefaultValue Alertmanager alertmanager,
    @DefaultValue PagerDuty pagerduty,
    @DefaultValue CloudEvents cloudevents) {
  /** The bearer token Alertmanager sends. */
  public record Alertmanager(@Nullable String token) {}

  /** The subscription's signing secrets; any match passes. */
  public record PagerDuty(@DefaultValue List<String> secrets) {
    public PagerDuty {
      secrets = secrets.stream().filter(s -> !s.isBlank()).toList();
    }
  }

  /** The bearer token deploy tools send. */
  public record CloudEvents(@Nullable String token) {}
}
