package dev.inquest.app.investigation;

import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.RecordedChangeSource;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Sources;
import dev.inquest.topology.ServiceMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Recognises that an approved fix was deployed: a deploy or migration whose commit contains it. */
@Component
class DeployedFix {
  private static final Logger LOG = LoggerFactory.getLogger(DeployedFix.class);
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Forges are asked less often than the agent's own table. */
  private static final Duration FORGE_PAUSE = Duration.ofSeconds(15);

  private static final int MAX_CHANGES = 100;
  private final Sources sources;
  private final ServiceMap services;
  private final Clock clock;
  private final Map<String, Instant> forgeAsked = new ConcurrentHashMap<>();

  DeployedFix(Sources sources, ServiceMap services, Clock clock) {
    this.sources = sources;
    this.services = services;
    this.clock = clock;
  }

  /** The first deploy or migration since it was opened that contains the proposal's commit. */
  Optional<Change> of(Proposal proposal) {
    String commit = proposal.mergeCommit();
    Instant opened = proposal.openedAt();
    if (commit == null || opened == null) {
      return Optional.empty();
    }
    Optional<Change> deployed =
        changesSince(opened, proposal).stream()
            .filter(c -> c.kind() == ChangeKind.DEPLOY || c.kind() == ChangeKind.MIGRATION)
            .filter(c -> c.commit() != null && contains(proposal.service(), c.commit(), commit))
            .min(Comparator.comparing(Change::at));
    deployed.ifPresent(change -> forgeAsked.remove(proposal.id()));
    return deployed;
  }

  private List<Change> changesSince(Instant opened, Proposal proposal) {
    Instant now = clock.instant();
    ChangeQuery query =
        new ChangeQuery(
            Set.of(proposal.service()),
            new TimeWindow(opened.minus(SKEW), now.plus(SKEW)),
            MAX_CHANGES);
    boolean forges = askForges(proposal.id(), now);
    List<Change> changes = new ArrayList<>();
    for (ChangeSource source : sources.changes()) {
      if (forges || source instanceof RecordedChangeSource) {
        changes.addAll(read(source, query));
      }
    }
    return changes;
  }

  private boolean askForges(String proposal, Instant now) {
    Instant last = forgeAsked.get(proposal);
    if (last != null && now.isBefore(last.plus(FORGE_PAUSE))) {
      return false;
    }
    forgeAsked.put(proposal, now);
    return true;
  }

  private static List<Change> read(ChangeSource source, ChangeQuery query) {
    try {
      return source.changes(query).changes();
    } catch (FailureException e) {
      LOG.warn("deploys cannot be read from {}: {}", source.name(), e.failure().code());
      return List.of();
    }
  }

  private boolean contains(String service, String deployed, String fix) {
    if (deployed.equals(fix)) {
      return true;
    }
    String repository = services.find(service).map(s -> s.repository()).orElse(null);
    if (repository == null) {
      return false;
    }
    for (RepositorySource source : sources.repositories()) {
      try {
        if (source.reads(repository) && source.contains(repository, deployed, fix)) {
          return true;
        }
      } catch (FailureException e) {
        LOG.warn("{} cannot be read: {}", repository, e.failure().code());
      }
    }
    return false;
  }
}
