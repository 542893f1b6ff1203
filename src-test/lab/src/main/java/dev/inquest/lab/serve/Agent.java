package dev.inquest.lab.serve;

import dev.inquest.lab.process.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The agent's HTTP interface, as a monitor, a deployer and a reader use it. */
public final class Agent {
  private static final Duration SENDING = Duration.ofSeconds(60);

  private final Http http;
  private final Access access;

  public Agent(Access access) {
    this.http = new Http(access.agent());
    this.access = access;
  }

  /** Sends as Alertmanager does: again and again until it is taken, unless it is refused. */
  public void alert(ObjectNode payload) {
    post("/webhooks/alertmanager", access.alertToken(), "application/json", payload);
  }

  /** Tells of a deploy, as a CloudEvent in structured form. */
  public void event(ObjectNode event) {
    post("/webhooks/cloudevents", access.eventToken(), "application/cloudevents+json", event);
  }

  public URI page(String incident) {
    return access.agent().resolve("/incidents/" + incident);
  }

  /** The episode of an alert. */
  public Optional<JsonNode> episode(String fingerprint) {
    return http.json("/api/v1/alerts?limit=100", access.apiToken())
        .flatMap(list ->
            list.path("items")
                .valueStream()
                .filter(item -> item.path("fingerprint").asString("").equals(fingerprint))
                .findFirst());
  }

  public Optional<JsonNode> incident(String id) {
    return http.json("/api/v1/incidents/" + id, access.apiToken());
  }

  /**
   * @param format {@code json}, {@code md} or {@code html}
   */
  public Optional<String> report(String id, String format) {
    return http.text("/api/v1/incidents/" + id + "/report?format=" + format, access.apiToken());
  }

  private void post(String path, String token, String type, ObjectNode body) {
    Waiting.until(
        "the agent to take " + path,
        SENDING,
        () -> {
          int status = http.post(path, token, type, body);
          if (status >= 400 && status < 500) {
            throw new IllegalStateException(path + " was refused: " + status);
          }
          return Optional.of(status).filter(s -> s >= 200 && s < 300);
        });
  }
}
