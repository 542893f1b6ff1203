package dev.inquest.app.investigation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code inquest.recovery.*}.
 *
 * @param window how long all must be well again before an incident is closed
 * @param timeout how long after the fix or the resolve recovery may take before it is said that it
 *     did not come
 */
@ConfigurationProperties("inquest.recovery")
public record RecoveryProperties(
    @DefaultValue("5m") Duration window, @DefaultValue("30m") Duration timeout) {}
