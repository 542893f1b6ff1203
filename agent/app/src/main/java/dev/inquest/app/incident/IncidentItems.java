package dev.inquest.app.incident;

import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.Episodes.Episode;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of incidents. */
@Component
class IncidentItems {
  private static final int MAX_ALERTS_SHOWN = 200;
  private final Episodes episodes;
  private final Diagnoses diagnoses;
  private final Proposals proposals;

  IncidentItems(Episodes episodes, Diagnoses diagnoses, Proposals proposals) {
    this.episodes = episodes;
    this.diagnoses = diagnoses;
    this.proposals = proposals;
  }

  Map<String, List<Episode>> episodesOf(List<Incident> incidents) {
    Set<String> ids = incidents.stream().map(Incident::id).collect(Collectors.toSet());
    return episodes.of(ids).stream()
        .collect(Collectors.groupingBy(e -> String.valueOf(e.incident())));
  }

  IncidentItem item(Incident incident, List<Episode> own) {
    Optional<Diagnoses.Revision> newest = diagnoses.newest(incident.id());
    return new IncidentItem(
        incident.id(),
        incident.state(),
        incident.service(),
        incident.title(),
        own.stream().limit(MAX_ALERTS_SHOWN).map(AlertItem::of).toList(),
        incident.openedAt(),
        incident.startedAt(),
        incident.resolvedAt(),
        newest.map(revision -> DiagnosisJson.full(revision.diagnosis())).orElse(null),
        newest.map(Diagnoses.Revision::revision).orElse(0),
        proposals.of(incident.id()).stream().map(ProposalItem::of).toList(),
        incident.label(),
        incident.mttr() == null ? null : StoredJson.tree(incident.mttr()));
  }
}
