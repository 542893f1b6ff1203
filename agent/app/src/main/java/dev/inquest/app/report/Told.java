package dev.inquest.app.report;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.investigation.Figures;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story in the reader's order: what to do, why, how sure, how bad, what else. Page, Markdown and
 * card all say the same because they all ask here.
 */
public final class Told {
  private final Story story;

  public Told(Story story) {
    this.story = story;
  }

  /** Act, nothing to do, or inconclusive: the first word a reader sees. */
  public String verdict() {
    return switch (story.diagnosis()) {
      case null -> "Investigating";
      case Diagnosis.Identified _ -> openFix() ? "Act" : "Cause found";
      case Diagnosis.NoCodeCause _ -> "No change of ours did this";
      case Diagnosis.Healthy _ -> "Nothing to do";
      case Diagnosis.Inconclusive _ -> "Inconclusive";
    };
  }

  /** For style sheets and machines: FORMAT's spelling. */
  public String verdictKey() {
    return switch (story.diagnosis()) {
      case null -> "investigating";
      case Diagnosis.Identified _ -> "identified";
      case Diagnosis.NoCodeCause _ -> "no_code_cause";
      case Diagnosis.Healthy _ -> "healthy";
      case Diagnosis.Inconclusive _ -> "inconclusive";
    };
  }

  public String sentence() {
    Diagnosis diagnosis = story.diagnosis();
    return diagnosis == null
        ? "The first diagnosis is under way; this page follows it."
        : diagnosis.sentence();
  }

  public @Nullable Cause cause() {
    return causes().isEmpty() ? null : causes().getFirst();
  }

  public @Nullable Cause runnerUp() {
    return causes().size() < 2 ? null : causes().get(1);
  }

  /** For example {@code very likely (0.94)}. */
  public static String sure(Cause cause) {
    return Figures.likelihood(cause.confidence())
        + String.format(Locale.ROOT, " (%.2f)", cause.confidence());
  }

  /** What speaks for the leading cause, strongest first. */
  public List<Verification> speaksFor() {
    return tests().stream()
        .filter(test -> test.outcome() instanceof Outcome.Supported)
        .sorted(Comparator.comparingDouble(test -> -test.logLikelihoodRatio()))
        .toList();
  }

  /** What speaks against it, and what could not be tested. */
  public List<Verification> speaksAgainst() {
    return tests().stream()
        .filter(test -> !(test.outcome() instanceof Outcome.Supported))
        .sorted(Comparator.comparingDouble(Verification::logLikelihoodRatio))
        .toList();
  }

  /** Times beside each other: what grew, and what the fix was seen to save. */
  public List<Contrast> contrasts() {
    return Contrast.of(story.detection().operations(), tests());
  }

  /** What slow requests have in common that fast ones have not. */
  public List<SlowOnes> slowOnes() {
    return SlowOnes.of(story.detection().operations());
  }

  /** Pictures prove something only where a cause is named. */
  public String picturesTitle() {
    return cause() == null ? "What shifted" : "What proves it";
  }

  /** Why nothing is proposed for a cause that was found; null where something is, or none was. */
  public @Nullable String notProposed() {
    if (!story.fixes().isEmpty() || !(story.diagnosis() instanceof Diagnosis.Identified)) {
      return null;
    }
    return last("not-proposed");
  }

  /** What a person said of the diagnosis, one sentence; null where nobody did. */
  public @Nullable String labelled() {
    return story.label() == null ? null : last("labelled");
  }

  /** Innocent changes, those with the same reason together. */
  public List<RuledOut> ruledOut() {
    Details details = details();
    Map<String, RuledOut> byReason = new LinkedHashMap<>();
    (details == null ? List.<RefutedChange>of() : details.refuted())
        .forEach(r -> byReason.merge(r.reason(), RuledOut.of(r), RuledOut::and));
    return List.copyOf(byReason.values());
  }

  /** Changes that the same reason clears. */
  public record RuledOut(List<RefutedChange> changes, String reason, List<String> evidence) {
    static RuledOut of(RefutedChange refuted) {
      return new RuledOut(List.of(refuted), refuted.reason(), refuted.evidence());
    }

    RuledOut and(RuledOut other) {
      return new RuledOut(
          Stream.concat(changes.stream(), other.changes.stream()).toList(),
          reason,
          Stream.concat(evidence.stream(), other.evidence.stream()).distinct().toList());
    }
  }

  private @Nullable String last(String kind) {
    return story.timeline().stream()
        .filter(moment -> moment.kind().equals(kind))
        .reduce((earlier, later) -> later)
        .map(Story.Moment::sentence)
        .orElse(null);
  }

  private List<Verification> tests() {
    Cause cause = cause();
    return cause == null
        ? List.of()
        : story.examined().stream()
            .filter(examined -> examined.hypothesis().id().equals(cause.hypothesis()))
            .findFirst()
            .map(Examined::verifications)
            .orElse(List.of());
  }

  public @Nullable Details details() {
    return story.diagnosis() == null ? null : story.diagnosis().details();
  }

  /** What could not be checked; empty where everything was. */
  public List<String> missing() {
    Details details = details();
    Cause cause = cause();
    String own = cause == null ? "" : " of " + cause.hypothesis() + ":";
    return details == null
        ? List.of()
        : details.missing().stream().map(m -> own.isEmpty() ? m : m.replace(own, ":")).toList();
  }

  private List<Cause> causes() {
    Details details = details();
    return details == null ? List.of() : details.causes();
  }

  private boolean openFix() {
    return story.fixes().stream().anyMatch(f -> f.state().equals("asked"));
  }
}
