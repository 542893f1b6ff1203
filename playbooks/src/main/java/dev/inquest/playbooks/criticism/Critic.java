package dev.inquest.playbooks.criticism;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.incident.HumanLabel;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a diagnosis against what turned out. A human's word counts before everything; without one a
 * fix that was deployed speaks by the recovery that followed it or did not; without either nothing
 * is claimed.
 */
public final class Critic {
  private static final double SURE = 0.9;

  private Critic() {}

  /**
   * @param revision of the diagnosis; above 1 it took more than one investigation
   * @param gathered the evidence that it had
   */
  public static Criticism criticise(
      String incident,
      int revision,
      Diagnosis diagnosis,
      List<Examined> examined,
      CaseFile gathered,
      Aftermath aftermath) {
    Judgement judgement = judge(revision, diagnosis, examined, gathered, aftermath);
    Cause cause = named(diagnosis);
    HumanLabel label = aftermath.label();
    FailureClass failure = judgement.failure();
    return new Criticism(
        incident,
        revision,
        judgement.grade(),
        judgement.basis(),
        label == null ? null : label.was(),
        got(diagnosis),
        cause == null ? null : cause.hypothesis(),
        cause == null ? null : cause.confidence(),
        failure,
        failure == null ? null : failure.stage(),
        judgement.overlooked(),
        diagnosis.details().missing());
  }

  private record Judgement(
      Grade grade, List<String> basis, @Nullable FailureClass failure, List<String> overlooked) {}

  private static Judgement judge(
      int revision,
      Diagnosis diagnosis,
      List<Examined> examined,
      CaseFile gathered,
      Aftermath aftermath) {
    HumanLabel label = aftermath.label();
    if (label == null) {
      return byOutcome(revision, diagnosis, aftermath);
    }
    return switch (label.verdict()) {
      case RIGHT -> sound(revision, label.by() + " said that the cause was right.");
      case FALSE_ALARM -> falseAlarm(revision, diagnosis, label);
      case WRONG -> wrong(diagnosis, examined, gathered, label);
    };
  }

  private static Judgement sound(int revision, String basis) {
    return new Judgement(revision > 1 ? Grade.LATE : Grade.RIGHT, List.of(basis), null, List.of());
  }

  private static Judgement falseAlarm(int revision, Diagnosis diagnosis, HumanLabel label) {
    String basis = label.by() + " said that it was a false alarm.";
    return switch (diagnosis) {
      case Diagnosis.Healthy h -> sound(revision, basis);
      case Diagnosis.Inconclusive i ->
          new Judgement(Grade.NEEDLESSLY_ABSTAINED, List.of(basis), null, List.of());
      case Diagnosis.Identified i -> believed(i, basis);
      case Diagnosis.NoCodeCause n -> believed(n, basis);
    };
  }

  private static Judgement believed(Diagnosis diagnosis, String basis) {
    return new Judgement(
        astray(diagnosis), List.of(basis), FailureClass.FALSE_ALARM_BELIEVED, List.of());
  }

  private static Judgement wrong(
      Diagnosis diagnosis, List<Examined> examined, CaseFile gathered, HumanLabel label) {
    List<String> basis = List.of(label.by() + " said that the cause was wrong.");
    boolean abstained = diagnosis instanceof Diagnosis.Inconclusive;
    Grade grade = abstained ? Grade.NEEDLESSLY_ABSTAINED : astray(diagnosis);
    String was = label.was();
    if (was == null) {
      return new Judgement(grade, basis, null, List.of());
    }
    Subject subject = new Subject(was);
    Optional<Examined> truth = subject.among(examined);
    if (truth.isPresent()) {
      FailureClass failure =
          truth.get().refuted() ? FailureClass.WRONGLY_REFUTED : FailureClass.OUTWEIGHED;
      return new Judgement(grade, basis, failure, overlooked(truth.get(), diagnosis));
    }
    FailureClass failure =
        subject.gathered(gathered) ? FailureClass.NOT_SUSPECTED : FailureClass.EVIDENCE_MISSING;
    // Not to know what no evidence showed is no fault of a verdict that said so.
    boolean blameless = abstained && failure == FailureClass.EVIDENCE_MISSING;
    return new Judgement(blameless ? Grade.UNKNOWN : grade, basis, failure, List.of());
  }

  private static Judgement byOutcome(int revision, Diagnosis diagnosis, Aftermath aftermath) {
    if (named(diagnosis) != null && aftermath.fixDeployed()) {
      return aftermath.recovered()
          ? sound(revision, "The fix was deployed and the metrics returned.")
          : new Judgement(
              astray(diagnosis),
              List.of("The fix was deployed and the metrics did not return."),
              null,
              List.of());
    }
    List<String> basis = new ArrayList<>();
    for (Aftermath.Fate fate : aftermath.proposals()) {
      if (fate.state().equals("rejected")) {
        basis.add(
            "The change " + fate.proposal() + " was rejected; that says nothing of the cause.");
      }
    }
    return new Judgement(Grade.UNKNOWN, basis, null, List.of());
  }

  private static Grade astray(Diagnosis diagnosis) {
    Cause cause = named(diagnosis);
    return cause != null && cause.confidence() >= SURE ? Grade.OVER_CONFIDENT : Grade.WRONG;
  }

  private static List<String> overlooked(Examined truth, Diagnosis diagnosis) {
    Cause followed = named(diagnosis);
    List<String> cited = followed == null ? List.of() : followed.evidence();
    return truth.verifications().stream()
        .filter(v -> v.outcome() instanceof Outcome.Supported)
        .map(Verification::evidence)
        .flatMap(List::stream)
        .filter(id -> !cited.contains(id))
        .distinct()
        .toList();
  }

  /** The cause that the diagnosis commits itself to, or null. */
  private static @Nullable Cause named(Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Identified identified
        ? identified.details().causes().getFirst()
        : null;
  }

  private static String got(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case Diagnosis.Identified i -> "identified: " + i.details().causes().getFirst().claim();
      case Diagnosis.NoCodeCause n -> "no_code_cause";
      case Diagnosis.Healthy h -> "healthy";
      case Diagnosis.Inconclusive i -> "inconclusive";
    };
  }
}
