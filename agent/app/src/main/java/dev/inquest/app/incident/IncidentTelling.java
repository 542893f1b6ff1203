package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.Events;
import dev.inquest.app.storage.Timeline;
import dev.inquest.incident.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes a delivery's effects to timelines, tells the gate, and asks for the work that follows. */
@Component
class IncidentTelling {
  private static final int NAMES = 5;
  private final Timeline timeline;
  private final Events events;
  private final IncidentWork work;

  IncidentTelling(Timeline timeline, Events events, IncidentWork work) {
    this.timeline = timeline;
    this.events = events;
    this.work = work;
  }

  void tell(DeliveryEffects effects) {
    Instant at = effects.receivedAt();
    effects.opened().forEach((id, opened) -> opened(id, opened, at));
    effects.joined().forEach((id, joined) -> joined(id, joined, effects));
    effects.resolved().forEach((id, alerts) -> resolved(id, alerts, at));
    if (effects.truncated() > 0) {
      truncated(effects);
    }
  }

  private void opened(String id, DeliveryEffects.Opened opened, Instant at) {
    String title = Titles.of(opened.alert(), opened.service());
    timeline.add(id, at, "opened", title + " fires.", detail(opened.alert()));
    if (opened.suppressed() != null) {
      String why = "Not investigated: " + opened.suppressed() + ".";
      timeline.add(id, at, "suppressed", why, Map.of("reason", opened.suppressed()));
      work.touched(id);
      return;
    }
    events.tell("announced", id, "investigating", title, lookingAt(opened), lines(opened.alert()));
    work.opened(id);
  }

  private static String lookingAt(DeliveryEffects.Opened opened) {
    String service = opened.service();
    return service == null
        ? "Investigating: the alert names no service; looking at everything that shifted."
        : "Investigating: looking at " + service + " and what it calls.";
  }

  private static List<String> lines(Alert alert) {
    String summary = alert.annotations().get("summary");
    return summary == null ? List.of() : List.of(summary);
  }

  private static Map<String, String> detail(Alert alert) {
    return Map.of("fingerprint", alert.fingerprint(), "starts_at", alert.startsAt().toString());
  }

  private void joined(String id, DeliveryEffects.Joined joined, DeliveryEffects effects) {
    String sentence = names(joined.alerts()) + (joined.alerts().size() == 1 ? " joins." : " join.");
    Map<String, Object> detail = Map.of("alerts", joined.alerts().size());
    timeline.add(id, effects.receivedAt(), "joined", sentence, detail);
    boolean justOpened = effects.opened().containsKey(id);
    if (joined.state() == IncidentState.OPEN && !justOpened) {
      work.joined(id);
    }
  }

  private void resolved(String id, List<Alert> alerts, Instant at) {
    String sentence = names(alerts) + (alerts.size() == 1 ? " is resolved." : " are resolved.");
    timeline.add(id, at, "resolved", sentence, Map.of("alerts", alerts.size()));
    work.touched(id);
  }

  private void truncated(DeliveryEffects effects) {
    Set<String> touched = new TreeSet<>(effects.opened().keySet());
    touched.addAll(effects.joined().keySet());
    touched.addAll(effects.resolved().keySet());
    String sentence = "The sender left " + effects.truncated() + " alerts out of its message.";
    for (String id : touched) {
      Map<String, Object> detail = Map.of("alerts", effects.truncated());
      timeline.add(id, effects.receivedAt(), "truncated", sentence, detail);
    }
  }

  private static String names(List<Alert> alerts) {
    String first =
        alerts.stream().map(Titles::of).distinct().limit(NAMES).collect(Collectors.joining(", "));
    return alerts.size() == 1 ? first : alerts.size() + " alerts (" + first + ")";
  }
}
