package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The alerts of a payload, firing ones first: what is needed to find them again. */
record Payload(List<Alert> alerts) {
  private static final int MAX_ALERTS = 50;

  Payload {
    alerts = List.copyOf(alerts);
  }

  /** An episode, known by its labels and its start. */
  record Alert(Map<String, String> labels, Instant startsAt, boolean firing) {
    Alert {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * Only the first so many are looked for later. The agent judges the form; here only what cannot
   * be followed is refused.
   */
  static Payload of(byte[] body) {
    JsonNode root = Json.read(body, "The alert");
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode node : root.path("alerts")) {
      alerts.add(alert(node));
    }
    if (alerts.isEmpty()) {
      throw malformed("The payload holds no alerts.", null);
    }
    return new Payload(
        alerts.stream()
            .sorted(Comparator.comparing(alert -> !alert.firing()))
            .limit(MAX_ALERTS)
            .toList());
  }

  private static Alert alert(JsonNode node) {
    Map<String, String> labels = new TreeMap<>();
    node.path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
    return new Alert(
        labels,
        start(node.path("startsAt").asString("")),
        node.path("status").asString("").equals("firing"));
  }

  /** To the microsecond, as it is stored. */
  private static Instant start(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw malformed("An alert's startsAt is not an RFC 3339 time.", e);
    }
  }

  private static FailureException malformed(
      String sentence, @org.jspecify.annotations.Nullable Exception cause) {
    Failure failure = Failure.permanent("alert-malformed", "alert", sentence);
    return cause == null ? new FailureException(failure) : new FailureException(failure, cause);
  }
}
