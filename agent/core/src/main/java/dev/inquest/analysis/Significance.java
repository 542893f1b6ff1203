package dev.inquest.analysis;

/**
 * How sure a split is, by the kindest of three tests, each of which sees what the others are blind
 * to; the p-value pays for the choice (Bonferroni).
 *
 * @param clearer the description, by values or by ranks, that places the split more closely
 * @param pValue of a split that was chosen as the best
 */
record Significance(TwoLevels clearer, double pValue) {
  private static final int TESTS = 3;

  static Significance of(TwoLevels values, TwoLevels ranks, int k, int from, int to) {
    double byValue = values.pValue(k, from, to);
    double byRank = ranks.pValue(k, from, to);
    double byBaseline = values.pValueByBaseline(k, from, to);
    double least = Math.min(byBaseline, Math.min(byValue, byRank));
    return new Significance(byRank < byValue ? ranks : values, Normal.bounded(TESTS * least));
  }
}
