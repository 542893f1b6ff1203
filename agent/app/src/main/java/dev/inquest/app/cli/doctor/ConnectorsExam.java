package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.connectors.Verification;
import dev.inquest.app.cli.output.Finding;
import java.util.List;

/** Every connector that is configured, as {@code connectors verify} asks it. */
final class ConnectorsExam implements Exam {
  @Override
  public List<Finding> look(Patient patient) {
    List<Finding> findings = Verification.of(patient.settings());
    return findings.isEmpty()
        ? List.of(
            Finding.note(
                "connectors",
                "none is configured: only telemetry that is sent to Inquest can be looked at",
                "See what there is: inquest connectors list"))
        : findings;
  }
}
