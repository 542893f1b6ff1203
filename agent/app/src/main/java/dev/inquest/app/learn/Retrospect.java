package dev.inquest.app.learn;

import dev.inquest.app.storage.Criticisms;
import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.storage.Timeline;
import dev.inquest.investigation.Stage;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.criticism.Aftermath;
import dev.inquest.playbooks.criticism.Critic;
import dev.inquest.playbooks.criticism.Criticism;
import dev.inquest.playbooks.memory.IncidentMemory;
import dev.inquest.verification.Examined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Looks back on a closed incident: criticises its last diagnosis and writes down what to remember,
 * in the database, and for people as {@code <inquest.home>/memory/<incident>.md} and {@code
 * criticism/<incident>.json}.
 */
@Component
public class Retrospect {
  private final Path home;
  private final Incidents incidents;
  private final Diagnoses diagnoses;
  private final Investigations investigations;
  private final Proposals proposals;
  private final Timeline timeline;
  private final Criticisms criticisms;
  private final Clock clock;

  Retrospect(
      @Value("${inquest.home:./.inquest}") Path home,
      Incidents incidents,
      Diagnoses diagnoses,
      Investigations investigations,
      Proposals proposals,
      Timeline timeline,
      Criticisms criticisms,
      Clock clock) {
    this.home = home;
    this.incidents = incidents;
    this.diagnoses = diagnoses;
    this.investigations = investigations;
    this.proposals = proposals;
    this.timeline = timeline;
    this.criticisms = criticisms;
    this.clock = clock;
  }

  /** Nothing where there never was a diagnosis. */
  void on(String id, CaseFile frozen) {
    Incident incident = incidents.find(id).orElseThrow();
    diagnoses.newest(id).ifPresent(last -> write(incident, last, frozen));
  }

  private void write(Incident incident, Diagnoses.Revision last, CaseFile frozen) {
    List<Examined> examined = examined(last.investigation());
    Aftermath aftermath = aftermath(incident);
    Criticism criticism =
        Critic.criticise(
            incident.id(), last.revision(), last.diagnosis(), examined, frozen, aftermath);
    String playbooks = frozen.info().playbooksSha256();
    String memory =
        new IncidentMemory(
                criticism,
                Diagnoses.verdict(last.diagnosis()),
                examined,
                aftermath,
                phases(incident.mttr()),
                playbooks == null ? "unknown-catalogue" : playbooks)
            .markdown();
    criticisms.put(criticism, memory, clock.instant());
    file("memory", incident.id() + ".md", memory);
    file("criticism", incident.id() + ".json", StoredJson.write(criticism));
  }

  private List<Examined> examined(UUID investigation) {
    String json = investigations.results(investigation).get(Stage.VERIFY);
    return json == null ? List.of() : StoredJson.readList(json, Examined.class);
  }

  private Aftermath aftermath(Incident incident) {
    List<Aftermath.Fate> fates =
        proposals.of(incident.id()).stream()
            .map(p -> new Aftermath.Fate(p.id(), p.state(), p.reason()))
            .toList();
    Set<String> happened = timeline.kinds(incident.id());
    return new Aftermath(
        incident.label(), fates, happened.contains("deployed"), happened.contains("recovered"));
  }

  private static Map<String, @Nullable Double> phases(@Nullable String mttr) {
    Map<String, @Nullable Double> phases = new LinkedHashMap<>();
    if (mttr != null) {
      for (Map.Entry<String, JsonNode> phase : StoredJson.tree(mttr).properties()) {
        phases.put(
            phase.getKey(), phase.getValue().isNumber() ? phase.getValue().asDouble() : null);
      }
    }
    return phases;
  }

  private void file(String folder, String name, String content) {
    try {
      Files.writeString(Files.createDirectories(home.resolve(folder)).resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "/" + name + " cannot be written", e);
    }
  }
}
