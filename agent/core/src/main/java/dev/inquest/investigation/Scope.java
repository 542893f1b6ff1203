package dev.inquest.investigation;

import static java.util.Objects.requireNonNull;

import dev.inquest.alert.Alert;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which services and which window.
 *
 * @param alertedAt the earliest first firing among the alerts
 * @param alerting services the alerts name, by their names in the service map; empty where none
 * @param services alerting services and, where known, what they call
 * @param symptoms e.g. {@code latency, error, saturation, database, traffic}
 * @param known topology known before anything was read
 */
public record Scope(
    List<Alert> alerts,
    Instant alertedAt,
    TimeWindow window,
    Set<String> alerting,
    Set<String> services,
    Set<String> symptoms,
    Topology known) {
  public Scope {
    requireNonNull(alertedAt, "alertedAt");
    requireNonNull(window, "window");
    requireNonNull(known, "known");
    alerts = List.copyOf(alerts);
    alerting = Collections.unmodifiableSet(new TreeSet<>(alerting));
    services = Collections.unmodifiableSet(new TreeSet<>(services));
    symptoms = Collections.unmodifiableSet(new TreeSet<>(symptoms));
  }

  /** Every service alerts, and no topology is known. */
  public Scope(
      List<Alert> alerts,
      Instant alertedAt,
      TimeWindow window,
      Set<String> services,
      Set<String> symptoms) {
    this(alerts, alertedAt, window, services, services, symptoms, Topology.EMPTY);
  }
}
