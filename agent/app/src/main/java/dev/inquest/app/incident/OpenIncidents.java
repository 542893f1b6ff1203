package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.Episodes.Episode;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.incident.IncidentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What new alerts can join, as grouping sees it. */
@Component
class OpenIncidents {
  private static final int MAX_OPEN = 1_000;
  private final Incidents incidents;
  private final Episodes episodes;
  private final AlertServices services;

  OpenIncidents(Incidents incidents, Episodes episodes, AlertServices services) {
    this.incidents = incidents;
    this.episodes = episodes;
    this.services = services;
  }

  /** Loads the newest that are not resolved. */
  Book load() {
    List<Incident> unresolved = incidents.unresolved(MAX_OPEN);
    Set<String> ids = unresolved.stream().map(Incident::id).collect(Collectors.toSet());
    Map<String, List<Episode>> byIncident =
        episodes.of(ids).stream().collect(Collectors.groupingBy(e -> String.valueOf(e.incident())));
    Book book = new Book();
    for (Incident incident : unresolved) {
      List<Episode> own = byIncident.getOrDefault(incident.id(), List.of());
      Set<String> named = new TreeSet<>();
      List<Alert> nameless = new ArrayList<>();
      Instant last = incident.openedAt();
      for (Episode episode : own) {
        String service = services.of(episode.alert());
        if (service == null) {
          nameless.add(episode.alert());
        } else {
          named.add(service);
        }
        last = last.isAfter(episode.firstDeliveryAt()) ? last : episode.firstDeliveryAt();
      }
      book.put(incident.state(), new Grouping.Candidate(incident.id(), named, nameless, last));
    }
    return book;
  }

  /** Candidates by state, kept up to date while one delivery is worked through. */
  static final class Book {
    private final Map<IncidentState, Map<String, Grouping.Candidate>> byState =
        new LinkedHashMap<>();

    Collection<Grouping.Candidate> in(IncidentState state) {
      return byState.getOrDefault(state, Map.of()).values();
    }

    void put(IncidentState state, Grouping.Candidate candidate) {
      byState.computeIfAbsent(state, s -> new LinkedHashMap<>()).put(candidate.id(), candidate);
    }

    /** Notes that an alert now belongs to that incident. */
    void add(IncidentState state, String id, Alert alert, @Nullable String service, Instant now) {
      Grouping.Candidate old = byState.getOrDefault(state, Map.of()).get(id);
      Set<String> named = new TreeSet<>(old == null ? Set.of() : old.services());
      List<Alert> nameless = new ArrayList<>(old == null ? List.of() : old.alerts());
      if (service != null) {
        named.add(service);
      } else if (nameless.stream().noneMatch(a -> a.labels().equals(alert.labels()))) {
        nameless.add(alert);
      }
      put(state, new Grouping.Candidate(id, named, nameless, now));
    }
  }
}
