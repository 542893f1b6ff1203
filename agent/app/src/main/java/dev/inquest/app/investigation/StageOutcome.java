package dev.inquest.app.investigation;

import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.failure.Failure;

/** How a stage ended. */
sealed interface StageOutcome {
  record Done(Finding finding) implements StageOutcome {}

  /** It failed for good: retries, time or queries are used up, or it has a defect. */
  record Failed(Failure failure) implements StageOutcome {}
}
