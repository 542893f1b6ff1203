package dev.inquest.playbooks.simulation;

import java.util.HashMap;
import java.util.Map;

/** What spans of one step say: why they failed, and what was asked of a store. */
final class SpanWords {
  private static final String WHY = "otel.status_description";
  private static final int ERROR = 17;

  private final Incident incident;
  private final int step;

  SpanWords(Incident incident, int step) {
    this.incident = incident;
    this.step = step;
  }

  /** Whoever is broken says so itself; who only passes it on names no reason of its own. */
  Map<String, String> broken(Part part, Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put(WHY, told(part.name(), ERROR, "internal error"));
    return all;
  }

  /** Why a call came to nothing. */
  String lost(Call call, Part callee, boolean late, double timeout) {
    return late
        ? "timeout of " + Math.round(timeout * 1000) + " ms exceeded"
        : told(
            incident.world().part(call.from()).name(),
            0,
            "connection to " + callee.name() + " was lost");
  }

  /** What the fault has the service say, where it is there; else what anybody would. */
  private String told(String service, int severity, String otherwise) {
    return incident.plan().lines().stream()
        .filter(line -> incident.ramp(step) > 0 && line.severity() >= severity)
        .filter(line -> line.service().equals(service))
        .findFirst()
        .map(Line::text)
        .orElse(otherwise);
  }

  /** Of a span at what keeps no spans of its own. */
  Map<String, String> ofStore(Call call, Part callee) {
    Map<String, String> attributes = new HashMap<>();
    switch (callee.kind()) {
      case DATABASE -> {
        attributes.put("db.system.name", "postgresql");
        attributes.put("db.namespace", callee.name());
        attributes.put("db.query.text", statement(call));
      }
      case CACHE -> attributes.put("db.system.name", "redis");
      case QUEUE -> attributes.put("messaging.destination.name", callee.name());
      case EXTERNAL -> attributes.put("server.address", callee.name());
      case SERVICE, INSTANCE, HOST -> {}
    }
    attributes.put("peer.service", callee.name());
    return attributes;
  }

  private String statement(Call call) {
    Plan.Restated restated = incident.plan().restated();
    if (restated != null && restated.call().index() == call.index() && incident.ramp(step) > 0) {
      return restated.sql();
    }
    return call.statement() == null ? call.operation() : call.statement().sql();
  }
}
