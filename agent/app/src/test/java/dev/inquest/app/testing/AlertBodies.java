package dev.inquest.app.testing;

import java.util.List;

/** Alertmanager's payloads. */
public final class AlertBodies {
  private static final String ZERO = "0001-01-01T00:00:00Z";

  private AlertBodies() {}

  public static String firing(String name, String service, String startsAt) {
    return group("firing", List.of(alert("firing", name, service, startsAt, ZERO)));
  }

  public static String resolved(String name, String service, String startsAt, String endsAt) {
    return group("resolved", List.of(alert("resolved", name, service, startsAt, endsAt)));
  }

  public static String alert(
      String status, String name, String service, String startsAt, String endsAt) {
    return """
    {"status": "%s", "labels": {"alertname": "%s", "service": "%s"},
     "annotations": {"summary": "%s is slow"},
     "startsAt": "%s", "endsAt": "%s", "generatorURL": "", "fingerprint": "%s"}
    """
        .formatted(
            status,
            name,
            service,
            service,
            startsAt,
            endsAt,
            Integer.toHexString((name + '/' + service).hashCode()));
  }

  public static String group(String status, List<String> alerts) {
    return """
    {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "%s",
     "receiver": "inquest", "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {},
     "externalURL": "", "alerts": [%s]}
    """
        .formatted(status, String.join(",", alerts));
  }
}
