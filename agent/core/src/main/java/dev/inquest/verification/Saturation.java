package dev.inquest.verification;

import dev.inquest.analysis.Symptom;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Fullness;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Whether a resource of the accused service fills up, and not later than the trouble began. */
final class Saturation implements Verifier {
  /** Both may hold: it is slow there, and there are too few of them here. */
  private static final double HELD_LONGER = 0.5;

  /** More is in use, and whether it is nearly all cannot be said. */
  private static final double NOT_KNOWN = 0.4;

  @Override
  public String id() {
    return "saturation";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    String service = hypothesis.service();
    boolean any =
        inquiry.gathered().metrics().stream()
            .anyMatch(s ->
                Symptom.of(s.id()) == Symptom.SATURATION
                    && (service == null || isOf(inquiry, s.id().service(), service)));
    if (!any) {
      return Finding.untestable("no metrics of its resources");
    }
    List<Shift> full =
        inquiry.detection().shifts().stream()
            .filter(s -> Symptom.of(s.series()) == Symptom.SATURATION && Matching.worse(s))
            .filter(s -> service == null || isOf(inquiry, s.series().service(), service))
            .toList();
    return hypothesis.kind() == CauseKind.RESOURCE
        ? resource(inquiry, hypothesis, full)
        : other(full);
  }

  private static Finding resource(Inquiry inquiry, Hypothesis hypothesis, List<Shift> full) {
    Optional<Shift> accused =
        full.stream().filter(s -> s.series().toString().equals(hypothesis.indicator())).findFirst();
    if (accused.isEmpty()) {
      return Finding.refuted("It did not fill up.", inquiry.matchingEvidence());
    }
    Shift shift = accused.get();
    if (shift.onset().from().isAfter(inquiry.onset().to())) {
      return Finding.refuted(
          Sentences.name(shift.series()) + " filled up only after the trouble began.",
          List.of(shift.evidence()));
    }
    String sentence = Sentences.shift(shift.series(), shift.before(), shift.after());
    Optional<Double> share =
        Fullness.share(inquiry.gathered().metrics(), shift.series(), shift.after());
    if (share.isPresent() && share.get() < Fullness.NEARLY_FULL) {
      return Finding.refuted(sentence + ", which is not full.", List.of(shift.evidence()));
    }
    Optional<Waiting.On> on = Waiting.behind(inquiry, shift);
    if (on.isPresent()) {
      return held(sentence, shift, on.get());
    }
    Optional<String> brought = Brought.by(inquiry, hypothesis);
    double worth = (brought.isPresent() ? Brought.SHARED : 1) * (share.isPresent() ? 1 : NOT_KNOWN);
    String known = share.isPresent() ? "" : "; how much there is of it is not known";
    return Finding.supported(
        sentence + known + brought.orElse("") + ".", worth, List.of(shift.evidence()));
  }

  /** It is short because something else is slow. */
  private static Finding held(String sentence, Shift fuller, Waiting.On on) {
    List<String> evidence = new ArrayList<>(List.of(fuller.evidence()));
    evidence.addAll(on.evidence());
    return new Finding(
        new Outcome.Refuted(sentence + ", as it is held longer: " + on.sentence() + "."),
        HELD_LONGER,
        evidence,
        Collections.emptySortedMap());
  }

  private static Finding other(List<Shift> full) {
    if (full.isEmpty()) {
      return Finding.untestable("no resource of it filled up");
    }
    Shift shift = full.getFirst();
    return Finding.supported(
        Sentences.shift(shift.series(), shift.before(), shift.after()) + ".",
        0.3,
        List.of(shift.evidence()));
  }

  private static boolean isOf(
      Inquiry inquiry, @org.jspecify.annotations.Nullable String of, String service) {
    return service.equals(Matching.name(inquiry.services(), of));
  }
}
