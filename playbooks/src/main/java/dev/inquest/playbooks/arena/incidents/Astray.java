package dev.inquest.playbooks.arena.incidents;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.replay.Examination;
import dev.inquest.verification.Examined;
import java.util.List;
import java.util.Optional;

/** The first stage at which a wrong diagnosis of a case with a known answer went astray. */
final class Astray {
  private Astray() {}

  static FailureClass of(CaseFile file, Answer answer, Examination examination) {
    return switch (answer.verdict()) {
      case HEALTHY -> FailureClass.FALSE_ALARM_BELIEVED;
      case IDENTIFIED, NO_CODE_CAUSE ->
          examination.diagnosis() instanceof Diagnosis.Healthy
              ? FailureClass.EVIDENCE_MISSING
              : among(file, answer, examination.examined());
    };
  }

  private static FailureClass among(CaseFile file, Answer answer, List<Examined> examined) {
    Optional<Examined> truth =
        examined.stream()
            .filter(e -> answer.causes().stream().anyMatch(c -> names(c, e.hypothesis())))
            .findFirst();
    if (truth.isPresent()) {
      return truth.get().refuted() ? FailureClass.WRONGLY_REFUTED : FailureClass.OUTWEIGHED;
    }
    return answer.causes().stream().anyMatch(c -> seen(c, file))
        ? FailureClass.NOT_SUSPECTED
        : FailureClass.EVIDENCE_MISSING;
  }

  private static boolean names(Answer.Cause cause, Hypothesis hypothesis) {
    if (cause.change() != null) {
      return cause.change().equals(hypothesis.change());
    }
    return hypothesis.change() == null
        && (cause.service() == null || cause.service().equals(hypothesis.service()))
        && (cause.kind() == null || cause.kind() == hypothesis.kind());
  }

  /** Whether anything of the case bears the name of a cause. */
  private static boolean seen(Answer.Cause cause, CaseFile file) {
    if (cause.change() != null) {
      return file.changes().stream().anyMatch(c -> c.id().equals(cause.change()));
    }
    String service = cause.service();
    return service != null
        && (file.metrics().stream().anyMatch(m -> m.id().labels().containsValue(service))
            || file.traces().stream()
                .anyMatch(t -> t.spans().stream().anyMatch(s -> s.service().equals(service)))
            || file.topology().nodes().stream().anyMatch(n -> n.id().equals(service)));
  }
}
