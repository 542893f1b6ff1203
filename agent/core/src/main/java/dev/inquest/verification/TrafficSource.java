package dev.inquest.verification;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether more is asked from outside, before anything is wrong: requests rise where nobody of ours
 * calls. Deeper down more calls may as well be retries or calls in a loop.
 */
final class TrafficSource implements Verifier {
  /** What every system has room for. */
  private static final double LITTLE = 1.3;

  private static final double PLAIN = 2;

  @Override
  public String id() {
    return "traffic-source";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    if (hypothesis.kind() != CauseKind.TRAFFIC) {
      return Finding.untestable("no traffic is accused");
    }
    Optional<Shift> accused =
        inquiry.detection().shifts().stream()
            .filter(shift -> shift.series().toString().equals(hypothesis.indicator()))
            .findFirst();
    String service = Matching.name(inquiry.services(), hypothesis.service());
    if (accused.isEmpty() || service == null) {
      return Finding.untestable("which series it is about is not known");
    }
    boolean known = inquiry.topology().nodes().stream().anyMatch(node -> node.id().equals(service));
    Set<String> callers = inquiry.topology().callersOf(service);
    return known && callers.isEmpty()
        ? judge(inquiry, accused.get())
        : Finding.untestable("those that call " + Sentences.plain(service) + " may call again");
  }

  private static Finding judge(Inquiry inquiry, Shift shift) {
    List<String> evidence = List.of(shift.evidence());
    String sentence = Sentences.shift(shift.series(), shift.before(), shift.after());
    if (shift.onset().from().isAfter(inquiry.onset().to())) {
      return Finding.refuted(sentence + ", only after the trouble began.", evidence);
    }
    double ratio = shift.before() > 0 ? shift.after() / shift.before() : PLAIN;
    if (ratio < LITTLE) {
      return Finding.refuted(
          sentence + ", which is only " + Figures.three(ratio) + " times as much.", evidence);
    }
    double strength = Math.min(1, StrictMath.log(ratio) / StrictMath.log(PLAIN));
    return Finding.supported(
        sentence
            + ", "
            + Figures.three(ratio)
            + " times as much, where nobody of ours calls "
            + Sentences.plain(Objects.requireNonNull(shift.series().service()))
            + ".",
        strength,
        evidence);
  }
}
