package dev.inquest.app.investigation;

import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Timeline;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.failure.Failure;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commits a stage: its result, its evidence, the timeline and what the gate is told, all or
 * nothing, and only for the worker that owns the run.
 */
@Component
class StageCommit {
  private final Investigations investigations;
  private final EvidenceRows evidence;
  private final Timeline timeline;
  private final DiagnosisCommit diagnoses;
  private final ProposeCommit proposals;
  private final InvestigationMetrics metrics;
  private final Clock clock;

  StageCommit(
      Investigations investigations,
      EvidenceRows evidence,
      Timeline timeline,
      DiagnosisCommit diagnoses,
      ProposeCommit proposals,
      InvestigationMetrics metrics,
      Clock clock) {
    this.investigations = investigations;
    this.evidence = evidence;
    this.timeline = timeline;
    this.diagnoses = diagnoses;
    this.proposals = proposals;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * @return false where the worker lost the run; then nothing is written
   */
  @Transactional
  boolean done(Run run, Finding finding, Duration took) {
    Instant now = clock.instant();
    if (!owns(run, finding, took, now)) {
      return false;
    }
    run.book().drain().forEach(e -> evidence.insert(run.incident(), run.claimed().id(), e));
    if (finding instanceof Finding.Concluded(Diagnosis diagnosis)) {
      diagnoses.store(run, diagnosis, now);
    } else if (finding instanceof Finding.Proposed(ProposeResult result)) {
      proposals.store(run, result, now);
      end(run, "done", null, now);
    } else {
      note(run, "stage", StageSentences.of(finding), finding.stage(), now);
    }
    return true;
  }

  /** A stage that failed for good ends the run with a diagnosis that says so. */
  @Transactional
  boolean failed(Run run, Stage stage, Failure failure, Duration took) {
    Instant now = clock.instant();
    String sentence = StageSentences.failed(stage, failure);
    Finding ending =
        run.findings().has(Stage.CONCLUDE)
            ? new Finding.Proposed(new ProposeResult.Nothing(sentence))
            : new Finding.Concluded(FailedDiagnosis.of(run.findings(), stage, failure));
    if (!owns(run, ending, took, now)) {
      return false;
    }
    run.book().drain().forEach(e -> evidence.insert(run.incident(), run.claimed().id(), e));
    note(run, "stage-failed", sentence, stage, now);
    if (ending instanceof Finding.Concluded(Diagnosis diagnosis)) {
      run.findings().put(ending);
      diagnoses.store(run, diagnosis, now);
    }
    end(run, "failed", failure.code() + ": " + failure.message(), now);
    return true;
  }

  private boolean owns(Run run, Finding finding, Duration took, Instant now) {
    return investigations.commit(
        run.claimed(),
        finding.stage(),
        StageJson.write(finding),
        took.toMillis(),
        run.budget().queriesLeft(),
        now);
  }

  private void end(
      Run run, String state, @org.jspecify.annotations.Nullable String error, Instant now) {
    investigations.end(run.claimed().id(), state, error, now);
    metrics.ended(
        run.findings().diagnosis(), state, Duration.between(run.claimed().startedAt(), now));
  }

  private void note(Run run, String kind, String sentence, Stage stage, Instant now) {
    Map<String, Object> detail =
        Map.of(
            "stage", stage.name().toLowerCase(Locale.ROOT),
            "revision", run.claimed().revision());
    timeline.add(run.incident(), now, kind, sentence, detail);
  }
}
