package dev.inquest.memory;

import static java.util.Objects.requireNonNull;

import dev.inquest.topology.Topology.NodeKind;

/**
 * Something that alarms can be about: an instance, a database, a queue.
 *
 * @param id of the instance, or the service where alarms name none
 */
public record Place(String id, String service, NodeKind kind) {
  public Place {
    requireNonNull(id, "id");
    requireNonNull(service, "service");
    requireNonNull(kind, "kind");
  }

  /** Another that does the same work. */
  boolean siblingOf(Place other) {
    return service.equals(other.service) && !id.equals(other.id);
  }
}
