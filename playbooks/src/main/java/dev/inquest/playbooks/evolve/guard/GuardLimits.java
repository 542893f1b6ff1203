package dev.inquest.playbooks.evolve.guard;

/**
 * How many pairs the guards see and how much worse a candidate may be. Rates are shares, so .02 is
 * two points. Where one task in twenty tells two equal subjects apart by a confident error, a
 * thousand pairs refuse the one for the other once in nine times and two thousand once in a
 * hundred.
 *
 * @param pairs of the sample of all classes
 * @param classPairs from which a class is tested alone
 * @param classes tested alone at most
 * @param classMargin of the score in a class
 * @param confidentWrongMargin of the rate of confidently wrong answers
 * @param abstentionMargin of the rate of answers
 * @param calibrationMargin of the mean squared distance of confidence from outcome
 * @param costRatio so many times the incumbent's work
 */
public record GuardLimits(
    int pairs,
    int classPairs,
    int classes,
    double classMargin,
    double confidentWrongMargin,
    double abstentionMargin,
    double calibrationMargin,
    double costRatio) {
  public static final GuardLimits DEFAULT =
      new GuardLimits(2_000, 400, 8, 0.10, 0.02, 0.05, 0.02, 1.25);

  public GuardLimits {
    if (pairs < 1 || classPairs < 1 || classes < 1) {
      throw new IllegalArgumentException("guards need pairs");
    }
  }
}
