package dev.inquest.app.investigation;

import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Events;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.storage.Timeline;
import dev.inquest.diagnosis.Onset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes an incident, once, and asks for what is learnt from it. */
@Component
class Closing {
  private final Incidents incidents;
  private final Diagnoses diagnoses;
  private final Timeline timeline;
  private final Events events;
  private final WorkQueue queue;
  private final MttrMetrics metrics;
  private final Clock clock;

  Closing(
      Incidents incidents,
      Diagnoses diagnoses,
      Timeline timeline,
      Events events,
      WorkQueue queue,
      MttrMetrics metrics,
      Clock clock) {
    this.incidents = incidents;
    this.diagnoses = diagnoses;
    this.timeline = timeline;
    this.events = events;
    this.queue = queue;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * @return whether the incident is closed now
   */
  @Transactional
  boolean closes(
      Incident incident,
      List<Proposal> proposals,
      @Nullable Instant deployedAt,
      RecoveryState state) {
    return switch (state) {
      case RecoveryState.NotYet notYet -> false;
      case RecoveryState.Waiting waiting -> {
        waits(incident, waiting);
        yield false;
      }
      case RecoveryState.NothingShifted(Instant at) -> {
        Mttr mttr = mttr(incident, proposals, deployedAt, null);
        yield close(
            incident,
            at,
            mttr,
            "well",
            "Closed: its alerts are resolved, and nothing that they speak of had shifted.");
      }
      case RecoveryState.Recovered(Instant at) -> {
        Mttr mttr = mttr(incident, proposals, deployedAt, at);
        recovered(incident, at, deployedAt);
        yield close(
            incident,
            at,
            mttr,
            "well",
            "Closed: its alerts are resolved and the metrics returned.");
      }
      case RecoveryState.Unconfirmed(Instant at, String why) -> {
        Mttr mttr = mttr(incident, proposals, deployedAt, null);
        yield close(
            incident, at, mttr, "unconfirmed", "Closed: its alerts are resolved, but " + why + ".");
      }
    };
  }

  @Transactional
  void closeSuppressed(Incident incident) {
    Mttr unknown = new Mttr(null, null, null, null, null, null);
    if (incidents.resolve(incident.id(), clock.instant(), StoredJson.write(unknown.phases()))) {
      timeline.add(incident.id(), clock.instant(), "closed", "Its alerts are resolved.", Map.of());
    }
  }

  /** Once each time that its alerts end: whoever looks asks why it is still open. */
  private void waits(Incident incident, RecoveryState.Waiting waiting) {
    timeline.addOnce(
        incident.id(),
        clock.instant(),
        "waiting",
        WaitingSentence.of(waiting),
        Map.of("resolved_at", waiting.resolvedAt().toString()));
  }

  private void recovered(Incident incident, Instant at, @Nullable Instant deployedAt) {
    String sentence =
        deployedAt == null
            ? "Recovered without a fix of ours: the metrics are back within their baseline."
            : "Recovered: the metrics are back within their baseline.";
    timeline.addOnce(incident.id(), at, "recovered", sentence, Map.of());
    events.tell("recovered", incident.id(), "recovered", incident.title(), sentence, List.of());
  }

  /**
   * @param how {@code well} or {@code unconfirmed}
   */
  private boolean close(Incident incident, Instant at, Mttr mttr, String how, String sentence) {
    if (!incidents.resolve(incident.id(), at, StoredJson.write(mttr.phases()))) {
      return true;
    }
    timeline.add(incident.id(), clock.instant(), "closed", sentence, Map.of("how", how));
    events.tell("closed", incident.id(), "closed", incident.title(), sentence, lines(mttr));
    queue.schedule(Work.LEARN, incident.id(), incident.id(), Duration.ZERO);
    metrics.record(mttr);
    return true;
  }

  private static List<String> lines(Mttr mttr) {
    Double total = mttr.phases().get("total_s");
    return total == null
        ? List.of()
        : List.of(String.format(Locale.ROOT, "From onset to recovery: %.0f s", total));
  }

  /** The proposal that counts is the one that was opened, else the last. */
  private Mttr mttr(
      Incident incident,
      List<Proposal> proposals,
      @Nullable Instant deployedAt,
      @Nullable Instant recoveredAt) {
    Onset onset =
        diagnoses.newest(incident.id()).map(d -> d.diagnosis().details().onset()).orElse(null);
    Proposal counting =
        proposals.stream()
            .filter(p -> p.openedAt() != null)
            .findFirst()
            .orElse(proposals.isEmpty() ? null : proposals.getLast());
    return new Mttr(
        onset == null ? null : onset.midpoint(),
        incident.openedAt(),
        counting == null ? null : counting.createdAt(),
        counting == null ? null : counting.decidedAt(),
        deployedAt,
        recoveredAt);
  }
}
