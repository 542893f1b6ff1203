package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a firing alert belongs to an incident that is open: the same service always, a
 * service that calls or is called by one of the incident's within the window, and an alert that
 * names no service where its name and place are the same.
 */
final class Grouping {
  private static final List<String> PLACE =
      List.of("alertname", "environment", "cluster", "namespace");
  private final Duration window;

  Grouping(Duration window) {
    this.window = window;
  }

  /**
   * An incident that is open.
   *
   * @param services named by its alerts
   * @param alerts of its alerts that name no service
   * @param lastAlertAt when its newest alert arrived
   */
  record Candidate(String id, Set<String> services, List<Alert> alerts, Instant lastAlertAt) {
    Candidate {
      services = new TreeSet<>(services);
      alerts = List.copyOf(alerts);
    }
  }

  /** The newest incident that fits best: same service before connected ones before same place. */
  Optional<String> place(
      Alert alert,
      @Nullable String service,
      Collection<Candidate> open,
      Topology topology,
      Instant now) {
    return open.stream()
        .filter(c -> rank(alert, service, c, topology, now) > 0)
        .max(
            Comparator.comparingInt((Candidate c) -> rank(alert, service, c, topology, now))
                .thenComparing(Candidate::id))
        .map(Candidate::id);
  }

  private int rank(
      Alert alert, @Nullable String service, Candidate candidate, Topology topology, Instant now) {
    if (service != null && candidate.services().contains(service)) {
      return 3;
    }
    if (candidate.lastAlertAt().plus(window).isBefore(now)) {
      return 0;
    }
    if (service == null) {
      return candidate.alerts().stream().anyMatch(a -> samePlace(a, alert)) ? 1 : 0;
    }
    return connected(service, candidate.services(), topology) ? 2 : 0;
  }

  private static boolean connected(String service, Set<String> others, Topology topology) {
    Set<String> neighbours = new TreeSet<>(topology.calleesOf(service));
    neighbours.addAll(topology.callersOf(service));
    neighbours.retainAll(others);
    return !neighbours.isEmpty();
  }

  private static boolean samePlace(Alert a, Alert b) {
    return PLACE.stream().allMatch(name -> java.util.Objects.equals(a.label(name), b.label(name)));
  }
}
