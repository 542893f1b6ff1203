package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One test that was run.
 *
 * @param test its id, e.g. {@code statement-shift}
 * @param logLikelihoodRatio natural log; positive speaks for, negative against, 0 where untestable
 * @param evidence ids of what it rests on
 * @param facts what later stages and pages need of it, small, e.g. {@code table, columns, query_id,
 *     before_ms}; text from a database or a diff stays untrusted
 */
public record Verification(
    String test,
    Outcome outcome,
    double logLikelihoodRatio,
    List<String> evidence,
    SortedMap<String, String> facts) {
  public Verification {
    requireNonNull(test, "test");
    requireNonNull(outcome, "outcome");
    evidence = List.copyOf(evidence);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  public Verification(
      String test, Outcome outcome, double logLikelihoodRatio, List<String> evidence) {
    this(test, outcome, logLikelihoodRatio, evidence, Collections.emptySortedMap());
  }
}
