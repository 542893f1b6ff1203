package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause comes before its effect, and soon. How much soon says depends on how often something is
 * changed at all: the chance that some change falls into the gap by coincidence is {@code 1 −
 * e^(−λw)}.
 */
final class Timing implements Verifier {
  /** Clocks and the telling of a deploy are this far off. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "timing";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    if (hypothesis.change() == null) {
      return withoutChange(inquiry, hypothesis);
    }
    Optional<ChangeUnit> unit = inquiry.accused(hypothesis);
    if (unit.isEmpty()) {
      return Finding.untestable("the change is not among those gathered");
    }
    Instant at = unit.get().effectiveAt();
    List<String> evidence = new ArrayList<>(inquiry.cited(EvidenceKind.CHANGES));
    evidence.addAll(inquiry.matchingEvidence());
    if (at == null) {
      return Finding.refuted("It was not deployed when the trouble began.", evidence);
    }
    String began = "the onset (" + Sentences.interval(inquiry.onset()) + ")";
    if (at.isAfter(inquiry.onset().to().plus(SLACK))) {
      Duration late = Duration.between(inquiry.onset().to(), at);
      return Finding.refuted(
          "It took effect " + Sentences.length(late) + " after " + began + ".", evidence);
    }
    double chance = coincidence(inquiry, at);
    Duration gap = Duration.between(at, inquiry.onset().midpoint());
    String when = gap.isNegative() ? "within " + began : Sentences.length(gap) + " before " + began;
    return Finding.supported(
            "It took effect "
                + when
                + "; a change comes so close by chance in "
                + Figures.three(100 * chance)
                + " % of cases.",
            strength(chance),
            evidence)
        .with(Map.of("coincidence", Figures.three(chance)));
  }

  /** 1 where coincidence is one in twenty or rarer, 0 where it is certain. */
  private static double strength(double chance) {
    return Math.min(1, Math.max(0, -StrictMath.log(chance) / StrictMath.log(20)));
  }

  private static double coincidence(Inquiry inquiry, Instant at) {
    Instant start = inquiry.scope().window().from();
    long changes =
        inquiry.units().stream()
            .map(ChangeUnit::effectiveAt)
            .filter(t -> t != null && !t.isBefore(start))
            .count();
    double window = seconds(Duration.between(start, inquiry.scope().window().to()));
    double gap = Math.abs(seconds(Duration.between(at, inquiry.onset().to())));
    double width = seconds(Duration.between(inquiry.onset().from(), inquiry.onset().to()));
    double w = Math.max(gap, Math.max(width, 1));
    return 1 - StrictMath.exp(-Math.max(1, changes) / window * w);
  }

  /** A resource that shifted after the trouble began is its victim. */
  private static Finding withoutChange(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<Shift> accused =
        inquiry.detection().shifts().stream()
            .filter(shift -> shift.series().toString().equals(hypothesis.indicator()))
            .findFirst();
    if (accused.isEmpty()) {
      return Finding.untestable("it has no moment of its own");
    }
    List<String> evidence = new ArrayList<>(List.of(accused.get().evidence()));
    evidence.addAll(inquiry.matchingEvidence());
    if (accused.get().onset().from().isAfter(inquiry.onset().to().plus(SLACK))) {
      return Finding.refuted(
          "It moved only at "
              + Sentences.interval(accused.get().onset())
              + ", after the trouble began.",
          evidence);
    }
    return Finding.supported("It moved no later than the trouble began.", 0.5, evidence);
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1e3;
  }
}
