package dev.inquest.app.investigation;

import dev.inquest.app.investigation.InvestigationStarter.Started;
import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Proposals;
import dev.inquest.diagnosis.Diagnosis;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether an incident is worth another look. */
@Component
class Again {
  private static final Set<String> IN_FLIGHT = Set.of("approved", "opened", "merged");
  private final Diagnoses diagnoses;
  private final Proposals proposals;
  private final InvestigationStarter starter;

  Again(Diagnoses diagnoses, Proposals proposals, InvestigationStarter starter) {
    this.diagnoses = diagnoses;
    this.proposals = proposals;
    this.starter = starter;
  }

  /**
   * @param reason {@code joined}, or {@code again+<time>}, which needs no look where the cause is
   *     known
   */
  Started look(String incident, String reason) {
    boolean known =
        diagnoses
            .newest(incident)
            .map(revision -> revision.diagnosis() instanceof Diagnosis.Identified)
            .orElse(false);
    boolean fixing = proposals.of(incident).stream().anyMatch(p -> IN_FLIGHT.contains(p.state()));
    if (fixing || (known && !reason.equals("joined"))) {
      return Started.CLOSED;
    }
    return starter.start(incident, reason);
  }
}
