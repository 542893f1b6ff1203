package dev.inquest.playbooks.replay;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.time.Duration;

/** What became of one case. */
public sealed interface ReplayOutcome {
  String caseId();

  String dataset();

  /** One line of JSON without its end, in the form of the case format. */
  String line();

  /**
   * @param took from reading the folder to the diagnosis
   */
  record Diagnosed(String caseId, String dataset, Diagnosis diagnosis, Duration took)
      implements ReplayOutcome {
    @Override
    public String line() {
      return DiagnosisJson.line(caseId, dataset, diagnosis, took);
    }
  }

  /** The folder could not be read, or the engine failed on it. */
  record Failed(String caseId, String dataset, String error) implements ReplayOutcome {
    @Override
    public String line() {
      return DiagnosisJson.errorLine(caseId, dataset, error);
    }
  }
}
