package dev.inquest.app.investigation;

import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.diagnosis.Onset;
import dev.inquest.failure.Failure;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Stage;
import dev.inquest.verification.Examined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of the timeline a stage. */
final class StageSentences {
  private StageSentences() {}

  static String of(Finding finding) {
    return switch (finding) {
      case Finding.Scoped(Scope scope) -> scoped(scope);
      case Finding.Read(Gathered gathered) -> gathered(gathered);
      case Finding.Detected(Detection detection) -> detected(detection);
      case Finding.Suspected f -> count(f.hypotheses().size(), "hypothesis", "hypotheses") + ".";
      case Finding.Tested f -> tested(f.examined());
      case Finding.Concluded f -> f.diagnosis().sentence();
      case Finding.Proposed f -> "What to propose was considered.";
    };
  }

  static String failed(Stage stage, Failure failure) {
    return "The "
        + stage.name().toLowerCase(Locale.ROOT)
        + " stage failed ("
        + failure.code()
        + "): "
        + failure.message()
        + ".";
  }

  private static String scoped(Scope scope) {
    String services =
        scope.services().isEmpty() ? "every service" : String.join(", ", scope.services());
    return "Looking at " + services + ".";
  }

  private static String gathered(Gathered gathered) {
    List<String> parts = new ArrayList<>();
    parts.add(count(gathered.metrics().size(), "series", "series"));
    parts.add(count(gathered.traces().size(), "trace", "traces"));
    parts.add(count(gathered.logs().size(), "log record", "log records"));
    parts.add(count(gathered.changes().size(), "change", "changes"));
    parts.add(count(gathered.probes().size(), "database answer", "database answers"));
    String missing =
        gathered.missing().isEmpty()
            ? ""
            : " Missing: " + String.join("; ", gathered.missing()) + ".";
    return "Read " + String.join(", ", parts) + "." + missing;
  }

  private static String detected(Detection detection) {
    Onset onset = detection.onset();
    String when = onset == null ? "No onset" : "Onset at " + Sentences.interval(onset);
    return when
        + "; "
        + count(detection.shifts().size(), "series shifted", "series shifted")
        + ", "
        + count(detection.operations().size(), "operation", "operations")
        + ".";
  }

  private static String tested(List<Examined> examined) {
    long refuted = examined.stream().filter(Examined::refuted).count();
    return "Tested "
        + count(examined.size(), "hypothesis", "hypotheses")
        + ", "
        + refuted
        + " refuted.";
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
