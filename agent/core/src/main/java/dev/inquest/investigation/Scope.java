package dev.inquest.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.evidence.TimeWindow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which services and which window.
 *
 * @param alertedAt the earliest first firing among the alerts
 * @param services alerting services and, where known, their callees
 * @param symptoms e.g. {@code latency, error, saturation, database, traffic}
 */
public record Scope(
    List<Alert> alerts,
    Instant alertedAt,
    TimeWindow window,
    Set<String> services,
    Set<String> symptoms) {
  public Scope {
    alerts = List.copyOf(alerts);
    services = Collections.unmodifiableSet(new TreeSet<>(services));
    symptoms = Collections.unmodifiableSet(new TreeSet<>(symptoms));
  }
}
