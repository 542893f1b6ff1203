package dev.inquest.app.investigation;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code inquest.investigation.*}.
 *
 * @param again how long after the opening an incident that is open and not identified is
 *     investigated again
 * @param joinedDelay how long alerts that join are gathered before they are looked at
 * @param workers investigations, watches and the like that run at once in this process
 */
@ConfigurationProperties("inquest.investigation")
public record InvestigationProperties(
    @DefaultValue({"1m", "3m", "10m"}) List<Duration> again,
    @DefaultValue("2s") Duration joinedDelay,
    @DefaultValue("10") int workers) {
  public InvestigationProperties {
    again = List.copyOf(again);
  }
}
