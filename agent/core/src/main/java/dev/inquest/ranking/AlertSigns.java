package dev.inquest.ranking;

import dev.inquest.alert.Alert;
import dev.inquest.investigation.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as signs, where many come at once: how loud each node is, and about what. One alert alone
 * only says where somebody looked, and one that flaps stays one, however often it fires.
 */
final class AlertSigns {
  private static final int MANY = 3;

  private AlertSigns() {}

  private record Place(String service, @Nullable String instance) {}

  static List<Sign> of(List<Alert> fired) {
    List<Alert> alerts = distinct(fired);
    if (alerts.size() < MANY) {
      return List.of();
    }
    Map<String, Place> places = new TreeMap<>();
    Map<String, Integer> loud = new TreeMap<>();
    for (Alert alert : alerts) {
      String service = alert.label("service");
      if (service != null) {
        String key = service + '\0' + alert.label("instance");
        places.putIfAbsent(key, new Place(service, alert.label("instance")));
        loud.merge(key, 1, Integer::sum);
      }
    }
    List<Sign> signs = new ArrayList<>();
    places.forEach(
        (key, place) -> signs.add(sign(place, loud.getOrDefault(key, 0), alerts.size())));
    return signs;
  }

  /** By what they are about; the same may be told at several severities. */
  private static List<Alert> distinct(List<Alert> fired) {
    Map<Map<String, String>, Alert> byLabels = new LinkedHashMap<>();
    for (Alert alert : fired) {
      Map<String, String> labels = new HashMap<>(alert.labels());
      labels.remove("severity");
      byLabels.putIfAbsent(labels, alert);
    }
    return List.copyOf(byLabels.values());
  }

  private static Sign sign(Place place, int count, int all) {
    return new Sign(
        place.service(),
        place.instance(),
        Aspect.ALERT,
        "alerts",
        count,
        true,
        0,
        count,
        (double) count / all,
        0,
        1,
        null,
        List.of(),
        count + " of " + all + " alerts are about " + Sentences.plain(place.service()));
  }
}
