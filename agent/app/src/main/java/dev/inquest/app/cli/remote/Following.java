package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** Finds the incident of an alert that was sent, and tells what happens until it is diagnosed. */
final class Following {
  private static final long PAUSE_NANOS = 200_000_000L;

  private final Api agent;
  private final Consumer<String> progress;
  private final Deadline deadline;
  private final LongSupplier nanoTime;

  Following(Api agent, Consumer<String> progress, Deadline deadline, LongSupplier nanoTime) {
    this.agent = agent;
    this.progress = progress;
    this.deadline = deadline;
    this.nanoTime = nanoTime;
  }

  /** The id of the incident the first alert that has one belongs to. */
  String incidentOf(Payload payload) {
    while (true) {
      for (Payload.Alert alert : payload.alerts()) {
        String incident = incidentOf(alert);
        if (!incident.isEmpty()) {
          progress.accept("Incident " + incident);
          return incident;
        }
      }
      pause(
          "None of the alerts belongs to an incident yet. A resolved alert that never fired opens"
              + " none.");
    }
  }

  private String incidentOf(Payload.Alert alert) {
    StringBuilder path = new StringBuilder("/api/v1/alerts?limit=100");
    alert
        .labels()
        .forEach((name, value) ->
            path.append("&label.")
                .append(Api.encoded(name))
                .append('=')
                .append(Api.encoded(value)));
    for (JsonNode item : agent.get(path.toString()).path("items")) {
      if (startsAt(item).equals(alert.startsAt())) {
        return Json.orEmpty(item, "incident");
      }
    }
    return "";
  }

  private static Instant startsAt(JsonNode item) {
    try {
      return Instant.parse(Json.text(item, "startsAt")).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** The incident once a diagnosis stands that is newer than the last alert that joined. */
  JsonNode diagnosed(String incident) {
    String path = "/api/v1/incidents/" + Api.encoded(incident);
    Told told = new Told(incident);
    String cursor = "";
    while (true) {
      JsonNode page = agent.get(path + "/events?limit=" + Pages.MAX_PAGE + cursor);
      page.path("items").forEach(told::take);
      String next = Json.orEmpty(page, "next");
      if (!next.isEmpty()) {
        cursor = "&cursor=" + Api.encoded(next);
      } else if (told.diagnosed) {
        return agent.get(path);
      } else {
        pause("There is no diagnosis of " + incident + " yet; the agent goes on without us.");
      }
    }
  }

  /** What was told already; the last page is read again and again until it is full. */
  private final class Told {
    private final String incident;
    private long seen;
    private boolean diagnosed;

    Told(String incident) {
      this.incident = incident;
    }

    void take(JsonNode event) {
      long id = event.path("id").asLong(0);
      if (id <= seen) {
        return;
      }
      seen = id;
      progress.accept(Json.time(event, "at") + "  " + Json.text(event, "sentence"));
      switch (Json.text(event, "kind")) {
        case "joined" -> diagnosed = false;
        case "diagnosed" -> diagnosed = true;
        case "suppressed" -> throw suppressed(incident);
        default -> {
          // Progress only.
        }
      }
    }
  }

  private static FailureException suppressed(String incident) {
    return new FailureException(
        Failure.permanent(
            "suppressed", incident, incident + " is suppressed, and so not investigated."));
  }

  private void pause(String whyGivenUp) {
    if (deadline.passed(nanoTime.getAsLong())) {
      throw new FailureException(
          Failure.transientFailure(
              "timed-out",
              "investigation",
              "Waited " + deadline.length().toSeconds() + " s. " + whyGivenUp));
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
