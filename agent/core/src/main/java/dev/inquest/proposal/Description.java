package dev.inquest.proposal;

import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import java.util.Map;

/** The text of a merge request: what, why, what was ruled out, what was not checked. */
final class Description {
  private Description() {}

  /**
   * @param change what the change does, a paragraph
   */
  static String of(Ground ground, String change, String rollback) {
    Details details = ground.diagnosis().details();
    StringBuilder out = new StringBuilder();
    out.append(change).append("\n\n");
    section(out, "Cause");
    out.append(ground.cause().claim())
        .append(" Confidence ")
        .append(Figures.three(ground.cause().confidence()))
        .append(".\n\n");
    section(out, "Impact now");
    out.append(details.impact()).append("\n\n");
    section(out, "Evidence");
    ground.examined().verifications().forEach(v -> evidence(out, v));
    out.append('\n');
    ruledOut(out, details.refuted());
    notChecked(out, details.missing());
    section(out, "Rollback");
    out.append(rollback).append('\n');
    return out.append("\nIncident ").append(ground.incident()).append(".\n").toString();
  }

  /** What the agent states and nobody else can check. */
  static Map<String, String> stated(Ground ground) {
    return Map.of(
        "cause", ground.cause().claim(),
        "confidence", Figures.three(ground.cause().confidence()),
        "impact", ground.diagnosis().details().impact(),
        "playbook", ground.examined().hypothesis().playbook());
  }

  private static void evidence(StringBuilder out, Verification v) {
    switch (v.outcome()) {
      case Outcome.Supported(String sentence) -> line(out, v, "", sentence);
      case Outcome.Refuted(String sentence) -> line(out, v, "against: ", sentence);
      case Outcome.Untestable u -> {
        // Stands under "Not checked".
      }
    }
  }

  private static void line(StringBuilder out, Verification v, String prefix, String sentence) {
    out.append("- ").append(prefix).append(sentence).append(cited(v.evidence())).append('\n');
  }

  private static void ruledOut(StringBuilder out, List<RefutedChange> refuted) {
    section(out, "Ruled out");
    if (refuted.isEmpty()) {
      out.append("No other change was near.\n");
    }
    for (RefutedChange change : refuted) {
      out.append("- ")
          .append(Sentences.shortId(change.change()))
          .append(": ")
          .append(change.reason())
          .append(cited(change.evidence()))
          .append('\n');
    }
    out.append('\n');
  }

  private static void notChecked(StringBuilder out, List<String> missing) {
    section(out, "Not checked");
    if (missing.isEmpty()) {
      out.append("Nothing was left unchecked that the playbook asks for.\n");
    }
    missing.forEach(m -> out.append("- ").append(Sentences.plain(m)).append('\n'));
    out.append('\n');
  }

  private static void section(StringBuilder out, String title) {
    out.append("### ").append(title).append("\n\n");
  }

  private static String cited(List<String> evidence) {
    return evidence.isEmpty() ? "" : " (" + String.join(", ", evidence) + ")";
  }
}
