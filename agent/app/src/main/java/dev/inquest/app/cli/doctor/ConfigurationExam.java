package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file, every key that stops the start, and who may read the secrets in it. */
final class ConfigurationExam implements Exam {
  private static final String AREA = "configuration";

  @Override
  public List<Finding> look(Patient patient) throws IOException {
    List<Finding> findings = new ArrayList<>();
    patient
        .problems()
        .forEach(p -> findings.add(Finding.problem(AREA, p.key() + ": " + p.problem(), p.fix())));
    if (!Files.exists(patient.file())) {
      if (!patient.fileNamed()) {
        findings.add(absent(patient));
      }
      return findings;
    }
    long fromEnvironment =
        patient.settings().own().values().stream().filter(s -> !inFile(s)).count();
    findings.add(
        Finding.ok(
            AREA,
            patient.file()
                + " is read"
                + (fromEnvironment == 0
                    ? ""
                    : ", and " + fromEnvironment + " keys come from the environment")));
    readable(patient).ifPresent(findings::add);
    return findings;
  }

  private static Finding absent(Patient patient) {
    return Finding.note(
        AREA,
        "there is no "
            + patient.file()
            + " in this folder, so "
            + (patient.settings().own().isEmpty()
                ? "all is as standard"
                : "only the environment configures Inquest"),
        "Write one, or name it with --config FILE; `inquest demo` needs none.");
  }

  private static Optional<Finding> readable(Patient patient) throws IOException {
    boolean secrets =
        patient.settings().own().values().stream().anyMatch(s -> s.key().secret() && inFile(s));
    return secrets
        ? FileMode.openToOthers(patient.file())
            .map(mode ->
                Finding.warning(
                    AREA,
                    patient.file() + " holds secrets and others may look at it (" + mode + ")",
                    "chmod 600 "
                        + patient.file()
                        + ", or move each secret to a file of its own and name that: KEY-file"))
        : Optional.empty();
  }

  /** An origin of the environment is a variable's name. */
  private static boolean inFile(Setting setting) {
    return !setting.origin().matches("[A-Z0-9_]+");
  }
}
