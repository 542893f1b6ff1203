package dev.inquest.verification;

import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what fails, or fell silent, points at something outside of what anybody here changed. */
final class OutsideSigns implements Verifier {
  @Override
  public String id() {
    return "outside-signs";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<Outside> sign =
        inquiry.outside().stream()
            .filter(outside -> outside.kind() == hypothesis.kind())
            .filter(outside -> outside.what().equals(hypothesis.indicator()))
            .findFirst();
    List<String> evidence = new ArrayList<>(inquiry.cited(EvidenceKind.LOGS));
    evidence.addAll(inquiry.cited(EvidenceKind.TRACES));
    evidence.addAll(inquiry.cited(EvidenceKind.METRICS));
    return sign.map(s -> Finding.supported(s.sentence(), s.strength(), evidence))
        .orElseGet(() -> Finding.untestable("nothing that fails or falls silent points there"));
  }
}
