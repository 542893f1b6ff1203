package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which service an alert is about, by the names of the service map. */
@Component
class AlertServices {
  /** The labels in use for it, in the order in which they are believed. */
  private static final List<String> LABELS = List.of("service", "service_name", "app", "job");

  private final ServiceMap services;

  AlertServices(ServiceMap services) {
    this.services = services;
  }

  @Nullable String of(Alert alert) {
    String first = null;
    for (String label : LABELS) {
      String value = alert.label(label);
      if (value == null || value.isBlank()) {
        continue;
      }
      ServiceEntry entry = services.find(value).orElse(null);
      if (entry != null) {
        return entry.name();
      }
      first = first == null ? value : first;
    }
    return first;
  }
}
