package dev.inquest.app.investigation;

import dev.inquest.alert.AlertStatus;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.Episodes.Episode;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.incident.IncidentState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks after an incident until it is closed: follows its proposals, recognises the deploy of a
 * fix, judges recovery.
 */
@Component
class Watch {
  private static final Duration FAST = Duration.ofSeconds(1);
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofSeconds(30);
  private final Incidents incidents;
  private final Episodes episodes;
  private final Investigations investigations;
  private final Proposals proposals;
  private final ProposalFollower follower;
  private final FixTimeline fixes;
  private final Recovery recovery;
  private final Closing closing;
  private final Clock clock;

  Watch(
      Incidents incidents,
      Episodes episodes,
      Investigations investigations,
      Proposals proposals,
      ProposalFollower follower,
      FixTimeline fixes,
      Recovery recovery,
      Closing closing,
      Clock clock) {
    this.incidents = incidents;
    this.episodes = episodes;
    this.investigations = investigations;
    this.proposals = proposals;
    this.follower = follower;
    this.fixes = fixes;
    this.recovery = recovery;
    this.closing = closing;
    this.clock = clock;
  }

  /** One round; null where the incident is closed, else how long until the next. */
  @Nullable Duration round(String id) {
    Optional<Incident> incident = incidents.find(id);
    if (incident.isEmpty()) {
      return null;
    }
    boolean closed =
        switch (incident.get().state()) {
          case OPEN -> open(incident.get());
          case SUPPRESSED -> suppressed(incident.get());
          case RESOLVED -> true;
        };
    return closed ? null : pause(incident.get());
  }

  private boolean open(Incident incident) {
    List<Proposal> asked = proposals.of(incident.id());
    asked.forEach(proposal -> follower.follow(incident.id(), proposal));
    Instant deployedAt = fixes.deployedAt(incident.id(), asked);
    boolean running =
        investigations
            .newest(incident.id())
            .map(newest -> newest.state().equals("running"))
            .orElse(true);
    if (running) {
      return false;
    }
    RecoveryState state = recovery.judge(incident.id(), episodes.of(incident.id()), deployedAt);
    return closing.closes(incident, asked, deployedAt, state);
  }

  private boolean suppressed(Incident incident) {
    List<Episode> own = episodes.of(incident.id());
    boolean firing = own.stream().anyMatch(e -> e.alert().status() == AlertStatus.FIRING);
    if (!firing) {
      closing.closeSuppressed(incident);
    }
    return !firing;
  }

  /** The older an incident, the less a second matters. */
  private Duration pause(Incident incident) {
    Duration age = Duration.between(incident.openedAt(), clock.instant());
    if (incident.state() == IncidentState.SUPPRESSED || age.compareTo(Duration.ofHours(2)) > 0) {
      return SLOWEST;
    }
    return age.compareTo(Duration.ofMinutes(20)) > 0 ? SLOW : FAST;
  }
}
