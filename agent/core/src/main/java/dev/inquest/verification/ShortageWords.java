package dev.inquest.verification;

import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.SeriesId;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.investigation.Shortage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the accused service itself says that it lacks the resource. */
final class ShortageWords implements Verifier {
  @Override
  public String id() {
    return "shortage-words";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    String service = hypothesis.service();
    Optional<SeriesId> accused =
        inquiry.detection().shifts().stream()
            .map(Shift::series)
            .filter(id -> id.toString().equals(hypothesis.indicator()))
            .findFirst();
    Optional<Shortage> said =
        inquiry.shortages().stream()
            .filter(s ->
                service != null && service.equals(Matching.name(inquiry.services(), s.service())))
            .filter(s -> accused.isEmpty() || s.isMeasuredBy(accused.get()))
            .max(Comparator.comparingDouble(Shortage::share));
    return said.map(s -> supported(inquiry, s, Brought.by(inquiry, hypothesis)))
        .orElseGet(() -> Finding.untestable("nothing that fails says that it is short"));
  }

  private static Finding supported(Inquiry inquiry, Shortage said, Optional<String> brought) {
    List<String> evidence = new ArrayList<>(inquiry.cited(EvidenceKind.LOGS));
    evidence.addAll(inquiry.cited(EvidenceKind.TRACES));
    return Finding.supported(
        Figures.three(100 * said.share())
            + " % of what fails is "
            + Sentences.plain(said.service())
            + " saying so: «"
            + Sentences.plain(said.sample())
            + "»"
            + brought.orElse("")
            + ".",
        (brought.isPresent() ? Brought.SHARED : 1) * StrictMath.sqrt(said.share()),
        evidence);
  }
}
