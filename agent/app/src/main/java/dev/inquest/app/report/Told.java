package dev.inquest.app.report;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import java.util.List;
import java.util.Locale;
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
    return Words.confidence(cause.confidence())
        + String.format(Locale.ROOT, " (%.2f)", cause.confidence());
  }

  public @Nullable Details details() {
    return story.diagnosis() == null ? null : story.diagnosis().details();
  }

  /** What could not be checked; empty where everything was. */
  public List<String> missing() {
    Details details = details();
    return details == null ? List.of() : details.missing();
  }

  private List<Cause> causes() {
    Details details = details();
    return details == null ? List.of() : details.causes();
  }

  private boolean openFix() {
    return story.fixes().stream().anyMatch(f -> f.state().equals("asked"));
  }
}
