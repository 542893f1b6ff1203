package dev.inquest.memory;

import dev.inquest.alert.Alert;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many alarms at once, by the places that they are about. A place without alarms is there too:
 * silence tells as well.
 */
public final class Burst {
  private final Topology topology;
  private final List<Place> places;
  private final Map<String, SortedMap<String, Integer>> words = new HashMap<>();
  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Map<String, Alarm.About> about = new HashMap<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final int alarms;

  public Burst(List<Alert> alerts, Topology topology) {
    this.topology = topology;
    SortedMap<String, Place> known = new TreeMap<>(running(topology));
    List<Alarm> told = alerts.stream().flatMap(alert -> Alarm.of(alert).stream()).toList();
    for (Alarm alarm : told) {
      known.putIfAbsent(
          alarm.place(), new Place(alarm.place(), alarm.service(), NodeKind.INSTANCE));
    }
    told.forEach(alarm -> add(alarm, known.keySet()));
    this.places = List.copyOf(known.values());
    this.alarms = told.size();
  }

  /** A service whose instances are known stands for nothing of its own. */
  private static Map<String, Place> running(Topology topology) {
    Map<String, Place> running = new TreeMap<>();
    Set<String> services = new TreeSet<>();
    for (Node node : topology.nodes()) {
      String service = Objects.requireNonNullElse(node.service(), node.id());
      running.put(node.id(), new Place(node.id(), service, node.kind()));
      if (node.kind() != NodeKind.SERVICE) {
        services.add(service);
      }
    }
    running.values().removeIf(p -> p.kind() == NodeKind.SERVICE && services.contains(p.id()));
    return running;
  }

  private void add(Alarm alarm, Set<String> known) {
    alarm
        .words(known)
        .forEach((place, own) ->
            own.forEach(word ->
                words.computeIfAbsent(place, k -> new TreeMap<>()).merge(word, 1, Integer::sum)));
    String kind = alarm.kind(known);
    kinds.computeIfAbsent(alarm.place(), k -> new TreeSet<>()).add(kind);
    about.putIfAbsent(kind, alarm.about());
    counts.merge(alarm.place(), 1, Integer::sum);
    begun.merge(alarm.place(), alarm.begun(), (a, b) -> a.isBefore(b) ? a : b);
  }

  /** In order of their names. */
  public List<Place> places() {
    return places;
  }

  /** How many of the alarms tell what they are about. */
  public int alarms() {
    return alarms;
  }

  /** How many of the alarms are about the place, those of one kind each for itself. */
  public int alarms(Place place) {
    return counts.getOrDefault(place.id(), 0);
  }

  /** How many places alarms are about. */
  public int loud() {
    return kinds.size();
  }

  /** The full kinds of the place's own alarms. */
  public Set<String> kinds(Place place) {
    return kinds.getOrDefault(place.id(), Set.of());
  }

  Set<String> kinds() {
    return Collections.unmodifiableSet(about.keySet());
  }

  Alarm.About about(String kind) {
    return about.getOrDefault(kind, Alarm.About.OTHER);
  }

  boolean has(String place, String kind) {
    return kinds.getOrDefault(place, Set.of()).contains(kind);
  }

  /** When its first alarm began; null for a silent one. */
  @Nullable Instant begun(Place place) {
    return begun.get(place.id());
  }

  /** What alarms say of the place, in general and in particular, and how often; may be empty. */
  Map<String, Integer> words(Place place) {
    return words.getOrDefault(place.id(), Collections.emptySortedMap());
  }

  Topology topology() {
    return topology;
  }

  Set<String> services() {
    Set<String> services = new TreeSet<>();
    places.forEach(place -> services.add(place.service()));
    return services;
  }
}
