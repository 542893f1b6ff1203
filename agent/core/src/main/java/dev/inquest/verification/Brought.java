package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a change of the very service can have brought the shortage: then the shortage is how that
 * change shows itself, and hardly a rival of it.
 */
final class Brought {
  /** So much of a sign's worth is left where a change explains it as well. */
  static final double SHARED = 0.4;

  private Brought() {}

  /** What to add to a sentence; empty where no change can have brought it. */
  static Optional<String> by(Inquiry inquiry, Hypothesis hypothesis) {
    return inquiry.units().stream()
        .filter(unit ->
            hypothesis.service() != null
                && unit.services().contains(hypothesis.service())
                && cameBefore(inquiry, unit))
        .filter(unit -> explains(inquiry, hypothesis, unit))
        .findFirst()
        .map(unit -> "; " + Sentences.shortId(unit.id()) + " of it can do this");
  }

  private static boolean cameBefore(Inquiry inquiry, ChangeUnit unit) {
    Instant at = unit.effectiveAt();
    return at != null && !at.isAfter(inquiry.onset().to());
  }

  private static boolean explains(Inquiry inquiry, Hypothesis hypothesis, ChangeUnit unit) {
    MechanismMatch match = new MechanismMatch(inquiry.seen(), inquiry.tuning(hypothesis));
    return inquiry
        .read(unit)
        .map(read -> match.fits(read.reading()))
        .filter(fits ->
            fits.stream()
                .anyMatch(fit ->
                    fit.trait().mechanism().specific()
                        && fit.strength() >= inquiry.tuning(hypothesis).number("fit_floor")))
        .isPresent();
  }
}
