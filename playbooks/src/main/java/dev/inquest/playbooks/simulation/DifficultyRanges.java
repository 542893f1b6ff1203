package dev.inquest.playbooks.simulation;

/**
 * Within what bounds each case's difficulty is drawn.
 *
 * @param large the share of cases with up to {@code mostServices}; the others have up to 20
 * @param absent the chance that a kind of evidence is missing, each for itself
 */
public record DifficultyRanges(
    int leastServices,
    int mostServices,
    double large,
    double leastNoise,
    double mostNoise,
    double mostGaps,
    int leastDecoys,
    int mostDecoys,
    double leastEffect,
    double mostEffect,
    double absent) {
  private static final int USUALLY = 20;

  public static final DifficultyRanges DEFAULT =
      new DifficultyRanges(5, 60, 0.08, 0.02, 0.15, 0.05, 1, 7, 1, 6, 0.15);

  public DifficultyRanges {
    if (leastServices < 5 || mostServices > 60 || leastServices > Math.min(USUALLY, mostServices)) {
      throw new IllegalArgumentException("services lie in 5 to 60, the fewest at most 20");
    }
    if (!(leastNoise > 0) || mostNoise < leastNoise || mostDecoys < leastDecoys) {
      throw new IllegalArgumentException("the least is not above the most");
    }
    if (!(leastEffect >= 1) || mostEffect < leastEffect || !(absent >= 0 && absent <= 1)) {
      throw new IllegalArgumentException("effects begin at 1; a share lies in [0, 1]");
    }
  }

  Difficulty draw(Dice dice) {
    int most = dice.chance(large) ? mostServices : Math.min(USUALLY, mostServices);
    return new Difficulty(
        dice.between(leastServices, most),
        dice.scaled(leastNoise, mostNoise),
        dice.chance(0.5) ? 0 : dice.between(0, mostGaps),
        dice.between(leastDecoys, mostDecoys),
        dice.scaled(leastEffect, mostEffect),
        !dice.chance(absent),
        !dice.chance(absent),
        !dice.chance(absent),
        !dice.chance(absent),
        !dice.chance(absent));
  }
}
