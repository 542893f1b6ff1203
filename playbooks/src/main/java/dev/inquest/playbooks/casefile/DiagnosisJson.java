package dev.inquest.playbooks.casefile;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.diagnosis.RefutedChange;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a diagnosis looks like outside: the fields and spellings of the case format. */
public final class DiagnosisJson {
  private static final double NANOS_IN_TENTH_OF_MILLISECOND = 100_000.0;
  private static final double CONFIDENCE_STEPS = 10_000.0;

  private DiagnosisJson() {}

  /** A line of {@code replay --jsonl}, without its end. */
  public static String line(String caseId, String dataset, Diagnosis diagnosis, Duration took) {
    ObjectNode object = JsonText.object();
    object.put("case", caseId);
    object.put("dataset", dataset);
    put(object, diagnosis);
    object.put("duration_ms", Math.round(took.toNanos() / NANOS_IN_TENTH_OF_MILLISECOND) / 10.0);
    return object.toString();
  }

  /** The line of a case that could not be read or judged. */
  public static String errorLine(String caseId, String dataset, String error) {
    ObjectNode object = JsonText.object();
    object.put("case", caseId);
    object.put("dataset", dataset);
    object.put("error", Malformed.guarded(error));
    return object.toString();
  }

  /**
   * The longer form, for pages and the API: the same fields, and {@code sentence, impact, refuted,
   * onset_interval}; each cause with its {@code claim} and {@code hypothesis}.
   */
  public static ObjectNode full(Diagnosis diagnosis) {
    ObjectNode object = JsonText.object();
    put(object, diagnosis);
    Details details = diagnosis.details();
    object.put("sentence", diagnosis.sentence());
    object.put("impact", details.impact());
    Onset onset = details.onset();
    if (onset == null) {
      object.putNull("onset_interval");
    } else {
      object
          .putObject("onset_interval")
          .put("from", onset.from().toString())
          .put("to", onset.to().toString());
    }
    ArrayNode refuted = object.putArray("refuted");
    details.refuted().forEach(change -> put(refuted.addObject(), change));
    ArrayNode causes = (ArrayNode) object.get("causes");
    for (int i = 0; i < causes.size(); i++) {
      Cause cause = details.causes().get(i);
      ((ObjectNode) causes.get(i))
          .put("claim", cause.claim())
          .put("hypothesis", cause.hypothesis());
    }
    return object;
  }

  /** The verdict's spelling. */
  public static String verdict(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case Diagnosis.Identified d -> "identified";
      case Diagnosis.NoCodeCause d -> "no_code_cause";
      case Diagnosis.Healthy d -> "healthy";
      case Diagnosis.Inconclusive d -> "inconclusive";
    };
  }

  private static void put(ObjectNode object, Diagnosis diagnosis) {
    Details details = diagnosis.details();
    object.put("verdict", verdict(diagnosis));
    ArrayNode causes = object.putArray("causes");
    details.causes().forEach(cause -> put(causes.addObject(), cause));
    object.put("first_failing_service", details.firstFailingService());
    JsonText.texts(object, "blast_radius", details.blastRadius());
    object.put("remediation", details.remediation());
    object.put("onset", onset(details.onset()));
    JsonText.texts(object, "missing", details.missing());
  }

  private static void put(ObjectNode object, Cause cause) {
    object.put("service", cause.service());
    object.put("instance", cause.instance());
    object.put("kind", Names.wire(cause.kind()));
    object.put("change", cause.change());
    object.put("indicator", cause.indicator());
    object.put("confidence", Math.round(cause.confidence() * CONFIDENCE_STEPS) / CONFIDENCE_STEPS);
    JsonText.texts(object, "evidence", cause.evidence());
    if (!cause.region().isEmpty()) {
      JsonText.texts(object, "region", cause.region());
    }
  }

  private static void put(ObjectNode object, RefutedChange refuted) {
    object.put("change", refuted.change());
    object.put("reason", refuted.reason());
    JsonText.texts(object, "evidence", refuted.evidence());
  }

  /** The middle of the interval, to the second. */
  private static @Nullable String onset(@Nullable Onset onset) {
    return onset == null ? null : onset.midpoint().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
