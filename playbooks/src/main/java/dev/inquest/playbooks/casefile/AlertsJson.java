package dev.inquest.playbooks.casefile;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code alert.json}: Alertmanager's webhook payload, version 4. */
public final class AlertsJson {
  /** What Alertmanager writes for the end of an alert that has none. */
  private static final String NO_END = "0001-01-01T00:00:00Z";

  private AlertsJson() {}

  /**
   * @param incident goes into {@code groupKey}
   */
  public static byte[] write(List<Alert> alerts, String incident) {
    ObjectNode object = JsonText.object();
    object.put("version", "4");
    object.put("groupKey", "{}:{incident=\"" + incident.replace("\"", "") + "\"}");
    boolean firing = alerts.stream().anyMatch(a -> a.status() == AlertStatus.FIRING);
    object.put("status", firing ? "firing" : "resolved");
    object.put("receiver", "inquest");
    object.putObject("groupLabels");
    texts(object.putObject("commonLabels"), common(alerts));
    object.putObject("commonAnnotations");
    object.put("externalURL", "");
    object.put("truncatedAlerts", 0);
    ArrayNode array = object.putArray("alerts");
    alerts.forEach(alert -> form(array.addObject(), alert));
    return (object.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  public static List<Alert> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "alert.json"), "alert.json");
  }

  /** In the order of the file. */
  public static List<Alert> read(InputStream in, String file) {
    List<Alert> alerts = new ArrayList<>();
    JsonCursor.document(
        in,
        file,
        cursor ->
            cursor.fields(name -> {
              if (name.equals("alerts")) {
                cursor.elements(() -> alerts.add(new AlertReading(cursor).alert()));
              } else {
                cursor.skip();
              }
            }));
    if (alerts.isEmpty()) {
      throw Malformed.at(file, 0, "holds no alert");
    }
    return alerts;
  }

  private static void form(ObjectNode object, Alert alert) {
    object.put("status", Names.wire(alert.status()));
    texts(object.putObject("labels"), alert.labels());
    texts(object.putObject("annotations"), alert.annotations());
    object.put("startsAt", alert.startsAt().toString());
    object.put("endsAt", alert.endsAt() == null ? NO_END : alert.endsAt().toString());
    object.put("fingerprint", alert.fingerprint());
  }

  private static Map<String, String> common(List<Alert> alerts) {
    Map<String, String> common = new TreeMap<>();
    if (!alerts.isEmpty()) {
      common.putAll(alerts.getFirst().labels());
      alerts.forEach(alert -> common.entrySet().retainAll(alert.labels().entrySet()));
    }
    return common;
  }

  private static void texts(ObjectNode object, Map<String, String> texts) {
    new TreeMap<>(texts).forEach(object::put);
  }
}
