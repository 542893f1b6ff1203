package dev.inquest.app.investigation;

import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Events;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Timeline;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Stores a revision's diagnosis and tells it. */
@Component
class DiagnosisCommit {
  private final Diagnoses diagnoses;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Events events;

  DiagnosisCommit(Diagnoses diagnoses, Incidents incidents, Timeline timeline, Events events) {
    this.diagnoses = diagnoses;
    this.incidents = incidents;
    this.timeline = timeline;
    this.events = events;
  }

  void store(Run run, Diagnosis diagnosis, Instant now) {
    int revision = run.claimed().revision();
    diagnoses.insert(run.incident(), revision, run.claimed().id(), diagnosis, now);
    Map<String, Object> detail =
        Map.of("revision", revision, "verdict", Diagnoses.verdict(diagnosis));
    timeline.add(run.incident(), now, "diagnosed", diagnosis.sentence(), detail);
    String title = incidents.find(run.incident()).map(Incidents.Incident::title).orElse("Incident");
    events.tell(
        "diagnosed", run.incident(), "diagnosed", title, diagnosis.sentence(), lines(diagnosis));
  }

  private static List<String> lines(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    for (Cause cause : diagnosis.details().causes().stream().limit(2).toList()) {
      lines.add(String.format(Locale.ROOT, "%s (%.2f)", cause.claim(), cause.confidence()));
    }
    lines.add(diagnosis.details().impact());
    if (!diagnosis.details().missing().isEmpty()) {
      lines.add("Not checked: " + String.join("; ", diagnosis.details().missing()));
    }
    return lines;
  }
}
