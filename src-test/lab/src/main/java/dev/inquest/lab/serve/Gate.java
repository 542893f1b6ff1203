package dev.inquest.lab.serve;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The gate's HTTP interface, as a reader of proposals uses it. */
public final class Gate {
  private final Http http;
  private final Access access;

  public Gate(Access access) {
    this.http = new Http(access.gate());
    this.access = access;
  }

  /** The proposals of an incident, newest first. */
  public List<JsonNode> proposals(String incident) {
    return http.json("/api/v1/proposals?limit=100", access.apiToken())
        .map(list ->
            list.path("items")
                .valueStream()
                .filter(item -> item.path("incident").asString("").equals(incident))
                .toList())
        .orElseGet(List::of);
  }

  public Optional<JsonNode> proposal(String id) {
    return http.json("/api/v1/proposals/" + id, access.apiToken());
  }

  public URI page(String id) {
    return access.gate().resolve("/proposals/" + id);
  }
}
