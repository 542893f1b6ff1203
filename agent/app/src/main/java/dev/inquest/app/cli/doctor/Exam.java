package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.connectors.resilience.Redacted;
import java.util.List;

/** One thing the doctor looks at. */
interface Exam {
  List<Finding> look(Patient patient) throws Exception;

  static List<Exam> all() {
    return List.of(
        new JavaExam(),
        new ConfigurationExam(),
        new HomeExam(),
        new PortsExam(),
        new DatabaseExam(),
        new SeparationExam(),
        new IntakeExam(),
        new ServicesExam(),
        new SlackExam(),
        new PolicyExam(),
        new GateKeysExam(),
        new RecorderExam(),
        new PlaybooksExam(),
        new ConnectorsExam());
  }

  /** An examination that fails is a finding, and stops no other. */
  default List<Finding> safely(Patient patient) {
    try {
      return look(patient);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (Exception e) {
      return List.of(
          Finding.problem(
              name(),
              "this could not be looked at: "
                  + e.getClass().getSimpleName()
                  + " "
                  + Redacted.text(e.getMessage()),
              "Mend what it names and run doctor again."));
    }
  }

  private String name() {
    return getClass().getSimpleName().replace("Exam", "").toLowerCase(java.util.Locale.ROOT);
  }
}
