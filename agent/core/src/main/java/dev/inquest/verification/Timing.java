package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.change.Mechanism;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.playbook.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

  /** The logarithm of how many times too late is as good as refuted. */
  private static final double LATE_SCALE = StrictMath.log(50);

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
    double late = late(inquiry, hypothesis, unit.get(), gap);
    if (late > 0) {
      return new Finding(
          new Outcome.Refuted(
              "It was in effect for "
                  + Sentences.length(gap)
                  + " before anything was seen, and nothing it does needs so long."),
          late,
          evidence,
          Collections.emptySortedMap());
    }
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

  /**
   * How much the wait speaks against a change whose effect needs none, in [0, 1]; 0 where what it
   * does fills up, runs out or comes round.
   */
  private static double late(
      Inquiry inquiry, Hypothesis hypothesis, ChangeUnit unit, Duration gap) {
    Tuning tuning = inquiry.tuning(hypothesis);
    double prompt = tuning.number("prompt_minutes") * 60;
    boolean delayed =
        inquiry
            .read(unit)
            .map(ReadDiff::reading)
            .filter(reading -> reading.mechanisms().stream().anyMatch(Mechanism::delayed))
            .isPresent();
    double longer = seconds(gap) / Math.max(1, prompt);
    return delayed || longer <= 1
        ? 0
        : Math.clamp(
            Math.min(tuning.number("late_strength"), StrictMath.log(longer) / LATE_SCALE), 0, 1);
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
