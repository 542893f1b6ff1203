package dev.inquest.app.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.app.incident.SaneTimes;
import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.app.playbooks.Engines;
import dev.inquest.app.playbooks.PlaybooksInUse;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Investigations.Claimed;
import dev.inquest.app.storage.StoredEvidenceBook;
import dev.inquest.investigation.Stage;
import dev.inquest.limit.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs an investigation's stages in order, committing each one's result before the next begins.
 * Whoever claims the run last owns it: a worker that finds its claim outdated stops without a word.
 */
@Component
class InvestigationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(InvestigationRunner.class);
  private final Investigations investigations;
  private final Episodes episodes;
  private final EvidenceRows evidence;
  private final StageRunner stages;
  private final StageCommit commit;
  private final PlaybooksInUse playbooks;
  private final Engines engines;
  private final Clock clock;

  InvestigationRunner(
      Investigations investigations,
      Episodes episodes,
      EvidenceRows evidence,
      StageRunner stages,
      StageCommit commit,
      PlaybooksInUse playbooks,
      Engines engines,
      Clock clock) {
    this.investigations = investigations;
    this.episodes = episodes;
    this.evidence = evidence;
    this.stages = stages;
    this.commit = commit;
    this.playbooks = playbooks;
    this.engines = engines;
    this.clock = clock;
  }

  void run(UUID id) {
    Optional<Claimed> claimed = investigations.claim(id, playbooks.now().version());
    if (claimed.isEmpty()) {
      LOG.info("investigation {} no longer runs", id);
      return;
    }
    Run run = prepare(claimed.get());
    for (Stage stage : Stage.values()) {
      if (!run.findings().has(stage) && !step(stage, run)) {
        return;
      }
    }
  }

  /** False where there is nothing more to do for this worker. */
  private boolean step(Stage stage, Run run) {
    Instant began = clock.instant();
    StageOutcome outcome = stages.run(stage, run);
    Duration took = Duration.between(began, clock.instant());
    return switch (outcome) {
      case StageOutcome.Done(Finding finding) -> {
        run.findings().put(finding);
        yield owned(commit.done(run, finding, took), run);
      }
      case StageOutcome.Failed(var failure) -> {
        owned(commit.failed(run, stage, failure, took), run);
        yield false;
      }
    };
  }

  private static boolean owned(boolean committed, Run run) {
    if (!committed) {
      LOG.warn(
          "investigation {} was taken over from attempt {}",
          run.claimed().id(),
          run.claimed().attempt());
    }
    return committed;
  }

  private Run prepare(Claimed claimed) {
    Findings findings = new Findings();
    investigations
        .results(claimed.id())
        .forEach((stage, json) ->
            findings.put(StageJson.read(stage, json, () -> evidence.of(claimed.id()))));
    List<Alert> alerts =
        episodes.of(claimed.incident()).stream()
            .map(e -> SaneTimes.sane(e.alert(), e.firstDeliveryAt()))
            .toList();
    return new Run(
        claimed,
        alerts,
        findings,
        engines.of(playbooks.orBuiltIn(claimed.playbooks()).catalogue()),
        new StoredEvidenceBook(evidence.nextNumber(claimed.incident()), clock),
        new Budget(clock, claimed.deadline(), claimed.queriesLeft()));
  }
}
