package dev.inquest.playbooks.casefile;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What turned out to be true of a case: a line of its data set's truth.
 *
 * @param caseId the case's folder
 * @param causes every acceptable one; may be empty where no change did it
 * @param decoys ids of changes that are innocent
 */
public record Answer(
    String caseId,
    Verdict verdict,
    List<Cause> causes,
    @Nullable String firstFailingService,
    List<String> blastRadius,
    @Nullable String remediation,
    List<String> decoys) {
  /** The wire form is the lower-case name. */
  public enum Verdict {
    IDENTIFIED,
    NO_CODE_CAUSE,
    HEALTHY
  }

  /**
   * One acceptable answer; what is null is not scored.
   *
   * @param region of a fault in code, the log statements before and after it; else empty
   */
  public record Cause(
      @Nullable String service,
      @Nullable String instance,
      @Nullable CauseKind kind,
      @Nullable String indicator,
      @Nullable String change,
      List<String> region) {
    public Cause {
      region = List.copyOf(region);
    }

    /** A place. */
    public static Cause at(String service, @Nullable String instance, CauseKind kind) {
      return new Cause(service, instance, kind, null, null, List.of());
    }

    /** A change. */
    public static Cause change(String service, CauseKind kind, String change) {
      return new Cause(service, null, kind, null, change, List.of());
    }
  }

  public Answer {
    requireNonNull(caseId, "caseId");
    requireNonNull(verdict, "verdict");
    causes = List.copyOf(causes);
    blastRadius = List.copyOf(blastRadius);
    decoys = List.copyOf(decoys);
    if (verdict == Verdict.HEALTHY && !causes.isEmpty()) {
      throw new IllegalArgumentException("a healthy case has no cause");
    }
  }
}
