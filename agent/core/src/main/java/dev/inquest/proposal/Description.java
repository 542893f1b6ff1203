package dev.inquest.proposal;

import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a merge request: what, why, what was ruled out, what was not checked. */
final class Description {
  private static final int MAX_LINES = 20;

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
    Details details = ground.diagnosis().details();
    double confidence = ground.cause().confidence();
    Map<String, String> stated = new LinkedHashMap<>();
    stated.put("verdict", "Act: " + ground.cause().claim());
    stated.put("cause", ground.cause().claim());
    stated.put(
        "confidence", Figures.likelihood(confidence) + " (" + Figures.three(confidence) + ")");
    stated.put("impact", details.impact());
    stated.put("playbook", ground.examined().hypothesis().playbook());
    List<Verification> tests = ground.examined().verifications();
    put(stated, "facts", tests.stream().flatMap(Description::speaksFor));
    put(stated, "against", tests.stream().flatMap(Description::speaksAgainst));
    put(stated, "ruled_out", details.refuted().stream().map(Description::ruledOut));
    put(stated, "not_checked", details.missing().stream().map(Sentences::plain));
    put(
        stated,
        "runner_up",
        details.causes().stream()
            .skip(1)
            .limit(1)
            .map(c -> c.claim() + " (" + Figures.three(c.confidence()) + ")"));
    return stated;
  }

  /** A line each; nothing where there is none. */
  private static void put(Map<String, String> stated, String name, Stream<String> lines) {
    String text = lines.limit(MAX_LINES).collect(Collectors.joining("\n"));
    if (!text.isBlank()) {
      stated.put(name, text);
    }
  }

  private static Stream<String> speaksFor(Verification v) {
    return v.outcome() instanceof Outcome.Supported(String sentence)
        ? Stream.of(sentence)
        : Stream.empty();
  }

  private static Stream<String> speaksAgainst(Verification v) {
    return v.outcome() instanceof Outcome.Refuted(String sentence)
        ? Stream.of(sentence)
        : Stream.empty();
  }

  private static String ruledOut(RefutedChange change) {
    return Sentences.shortId(change.change()) + ": " + change.reason();
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
