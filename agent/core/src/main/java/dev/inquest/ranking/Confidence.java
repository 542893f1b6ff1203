package dev.inquest.ranking;

import dev.inquest.ranking.NodeScores.Scored;
import java.util.List;

/** Probabilities from scores: a soft maximum, with the least material score as "none of these". */
final class Confidence {
  private Confidence() {}

  static double[] of(List<Scored> scored, RankSettings.Verdict verdict) {
    double best = scored.getFirst().score();
    double[] weights = new double[scored.size()];
    double sum = StrictMath.exp(verdict.sharpness() * (verdict.leastScore() - best));
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(verdict.sharpness() * (scored.get(i).score() - best));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.min(0.99, weights[i] / sum);
    }
    return weights;
  }
}
