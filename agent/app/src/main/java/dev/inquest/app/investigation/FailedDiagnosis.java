package dev.inquest.app.investigation;

import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.failure.Failure;
import dev.inquest.investigation.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said where a stage failed for good: what was seen so far, and what stopped it. */
final class FailedDiagnosis {
  private FailedDiagnosis() {}

  static Diagnosis of(Findings findings, Stage stage, Failure failure) {
    String name = stage.name().toLowerCase(Locale.ROOT);
    List<String> missing = new ArrayList<>();
    if (findings.has(Stage.GATHER)) {
      missing.addAll(findings.gathered().missing());
    }
    missing.add(name + ": " + failure.code());
    Onset onset = findings.has(Stage.DETECT) ? findings.detection().onset() : null;
    Details details =
        new Details(
            List.of(),
            List.of(),
            onset,
            null,
            List.of(),
            null,
            missing,
            "The impact is not known.");
    return new Diagnosis.Inconclusive(
        "Inconclusive: the " + name + " stage failed (" + failure.message() + ").", details);
  }
}
