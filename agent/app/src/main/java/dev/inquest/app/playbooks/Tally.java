package dev.inquest.app.playbooks;

import dev.inquest.analysis.Binomial;

/**
 * How two catalogues did on the same live incidents.
 *
 * @param shownSha256 of the catalogue whose diagnoses people were shown
 * @param incidents that both diagnosed
 * @param labelled those where a human's word says of both whether they were right
 * @param onlyShown right by the shown one alone
 * @param onlyOther right by the other alone
 */
record Tally(
    String shownSha256,
    String otherSha256,
    int incidents,
    int labelled,
    int onlyShown,
    int onlyOther,
    int bothRight) {
  /** Fewer labelled incidents say nothing. */
  static final int LEAST_LABELLED = 20;

  /**
   * Of one look. There is a look after each label: over the first hundred incidents on which the
   * two differ, a fair coin is believed to have fallen once in 5.2 % (by the test's arithmetic).
   */
  static final double ALPHA = 0.01;

  int shownRight() {
    return bothRight + onlyShown;
  }

  int otherRight() {
    return bothRight + onlyOther;
  }

  /**
   * Chance that the other alone is right as often as it was or oftener, were both equally good:
   * McNemar's exact test, one-sided. 1 where the two never differed.
   */
  double p() {
    return Binomial.atLeast(onlyOther, onlyShown + onlyOther, 0.5);
  }

  /** Whether the shown one does worse than the other. */
  boolean fallen() {
    return labelled >= LEAST_LABELLED && p() < ALPHA;
  }
}
