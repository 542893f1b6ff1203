package dev.inquest.ranking;

import dev.inquest.ranking.NodeScores.Scored;
import java.util.List;

/**
 * Probabilities from scores, with the least material score as "none of these". A node's odds
 * against another are the ratio of their scores to the power of the sharpness: by how many times it
 * leads, not by how much, for where more kinds of evidence can be read every score is higher.
 *
 * <p>It is the choice rule of R. D. Luce, Individual Choice Behavior (1959), on scores whose
 * logarithm is what counts.
 */
final class Confidence {
  private static final double MOST = 0.99;

  private Confidence() {}

  static double[] of(List<Scored> scored, RankSettings.Verdict verdict) {
    double best = scored.getFirst().score();
    double[] weights = new double[scored.size()];
    double sum = odds(verdict.leastScore(), best, verdict);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = odds(scored.get(i).score(), best, verdict);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.min(MOST, weights[i] / sum);
    }
    return weights;
  }

  private static double odds(double score, double best, RankSettings.Verdict verdict) {
    return StrictMath.pow(score / best, verdict.sharpness());
  }
}
