package dev.inquest.app.investigation;

import dev.inquest.app.config.LimitProperties;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Investigations.Newest;
import dev.inquest.incident.IncidentState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a new revision of an incident's investigation. */
@Component
public class InvestigationStarter {
  /** How long past its deadline a run may still be busy with its conclusion. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** What became of the wish. */
  enum Started {
    YES,
    /** One runs; try again when it is done. */
    BUSY,
    /** The incident is not open. */
    CLOSED
  }

  private final Incidents incidents;
  private final Investigations investigations;
  private final WorkQueue queue;
  private final LimitProperties limits;
  private final Clock clock;

  InvestigationStarter(
      Incidents incidents,
      Investigations investigations,
      WorkQueue queue,
      LimitProperties limits,
      Clock clock) {
    this.incidents = incidents;
    this.investigations = investigations;
    this.queue = queue;
    this.limits = limits;
    this.clock = clock;
  }

  @Transactional
  Started start(String incident, String reason) {
    Optional<Incident> found = incidents.lock(incident);
    if (found.isEmpty() || found.get().state() != IncidentState.OPEN) {
      return Started.CLOSED;
    }
    Instant now = clock.instant();
    Optional<Newest> newest = investigations.newest(incident);
    if (newest.isPresent() && newest.get().state().equals("running")) {
      if (now.isBefore(newest.get().deadline().plus(GRACE))) {
        return Started.BUSY;
      }
      investigations.end(newest.get().id(), "superseded", "overdue", now);
    }
    begin(incident, reason, now);
    return Started.YES;
  }

  private void begin(String incident, String reason, Instant now) {
    UUID id = UUID.randomUUID();
    Instant deadline = now.plus(limits.investigationTimeout());
    investigations.insert(id, incident, reason, now, deadline, limits.queries());
    queue.schedule(Work.INVESTIGATE, id.toString(), id.toString(), Duration.ZERO);
  }
}
