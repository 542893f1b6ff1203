package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One test that was run.
 *
 * @param test its id, e.g. {@code statement-shift}
 * @param logLikelihoodRatio natural log; positive speaks for, negative against, 0 where untestable
 * @param evidence ids of what it rests on
 */
public record Verification(
    String test, Outcome outcome, double logLikelihoodRatio, List<String> evidence) {
  public Verification {
    requireNonNull(test, "test");
    requireNonNull(outcome, "outcome");
    evidence = List.copyOf(evidence);
  }
}
