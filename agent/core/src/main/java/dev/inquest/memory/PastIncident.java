package dev.inquest.memory;

import static java.util.Objects.requireNonNull;

import dev.inquest.alert.Alert;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose cause is known.
 *
 * @param origins every acceptable answer; empty where nothing was at fault
 */
public record PastIncident(
    String id, List<Alert> alerts, Topology topology, List<KnownOrigin> origins) {
  public PastIncident {
    requireNonNull(id, "id");
    requireNonNull(topology, "topology");
    alerts = List.copyOf(alerts);
    origins = List.copyOf(origins);
  }

  boolean from(Place place) {
    return origins.stream().anyMatch(origin -> origin.names(place));
  }

  /** What was wrong; null where it is not known, or not one thing. */
  @Nullable Fault fault() {
    List<Fault> faults =
        origins.stream().map(KnownOrigin::fault).filter(Objects::nonNull).distinct().toList();
    return faults.size() == 1 ? faults.getFirst() : null;
  }
}
