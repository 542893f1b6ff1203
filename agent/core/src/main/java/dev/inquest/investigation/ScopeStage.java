package dev.inquest.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.topology.Reach;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which services and which window, from what the alerts say. */
final class ScopeStage {
  private static final List<String> SERVICE_LABELS =
      List.of("service", "service_name", "app", "application", "deployment", "component", "job");
  private static final List<String> SYMPTOM_TEXTS =
      List.of("alertname", "metric", "symptom", "summary", "description", "title");

  private final Duration lookBack;

  ScopeStage(Duration lookBack) {
    this.lookBack = lookBack;
  }

  Scope scope(List<Alert> alerts, ServiceMap services, Topology known, Instant now) {
    Instant alertedAt = alertedAt(alerts, now);
    Instant end = now.isAfter(alertedAt) ? now : alertedAt.plusMillis(1);
    Set<String> alerting = new TreeSet<>();
    Set<String> symptoms = new TreeSet<>();
    for (Alert alert : alerts) {
      alerting.addAll(services(alert, services));
      symptoms.addAll(symptoms(alert));
    }
    return new Scope(
        alerts,
        alertedAt,
        new TimeWindow(alertedAt.minus(lookBack), end),
        alerting,
        Reach.down(known, alerting),
        symptoms,
        known);
  }

  /** The earliest of the alerts that fire; where none does any more, the earliest of all. */
  private static Instant alertedAt(List<Alert> alerts, Instant now) {
    Comparator<Instant> order = Comparator.naturalOrder();
    return alerts.stream()
        .filter(alert -> alert.status() == AlertStatus.FIRING)
        .map(Alert::startsAt)
        .min(order)
        .or(() -> alerts.stream().map(Alert::startsAt).min(order))
        .orElse(now);
  }

  /** The first label that names a service; a monitor's own job only where nothing else does. */
  private static Set<String> services(Alert alert, ServiceMap services) {
    for (String label : SERVICE_LABELS) {
      String value = alert.label(label);
      if (value != null && !value.isBlank()) {
        return Set.of(services.find(value).map(ServiceEntry::name).orElse(value));
      }
    }
    return Set.of();
  }

  private static Set<String> symptoms(Alert alert) {
    Set<String> found = new TreeSet<>();
    for (String key : SYMPTOM_TEXTS) {
      String text = alert.labels().getOrDefault(key, alert.annotations().getOrDefault(key, ""));
      Symptom.in(text).forEach(symptom -> found.add(symptom.word()));
      if (found.stream().anyMatch(word -> !word.equals(Symptom.TRAFFIC.word()))) {
        break;
      }
    }
    if (found.size() > 1) {
      // "slow requests" speaks of what is slow, not of how many there are
      found.remove(Symptom.TRAFFIC.word());
    }
    return found;
  }
}
