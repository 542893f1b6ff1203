package dev.inquest.memory;

import java.util.Arrays;
import java.util.List;

/**
 * How badly weights explain where past incidents came from: the negative log-likelihood of a
 * conditional logit over the places and faults of each (McFadden, Conditional logit analysis of
 * qualitative choice behavior, 1974), with a Gaussian prior on each weight around zero, so that
 * little memory changes little.
 */
final class OriginObjective implements Lbfgs.Objective {
  private static final double TINY = 1e-300;

  private final List<Row> rows;
  private final Weights weights;
  private final double ofPlaces;
  private final double ofBurst;

  OriginObjective(List<Row> rows, Weights weights, MemorySettings settings) {
    this.rows = rows;
    this.weights = weights;
    this.ofPlaces = settings.precision(rows.size());
    this.ofBurst = settings.burstPrecision(rows.size());
  }

  @Override
  public double at(double[] w, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (Row row : rows) {
      loss += surprise(w, row, gradient);
    }
    for (int i = 0; i < w.length; i++) {
      double precision = weights.isBurst(i) ? ofBurst : ofPlaces;
      loss += precision * w[i] * w[i] / 2;
      gradient[i] += precision * w[i];
    }
    return loss;
  }

  private double surprise(double[] w, Row row, double[] gradient) {
    double[][] p = weights.probabilities(w, row);
    double right = TINY;
    for (int place = 0; place < p.length; place++) {
      for (int fault = 0; fault < weights.faults(); fault++) {
        right += row.is(place, fault) ? p[place][fault] : 0;
      }
    }
    for (int place = 0; place < p.length; place++) {
      for (int fault = 0; fault < weights.faults(); fault++) {
        p[place][fault] -= row.is(place, fault) ? p[place][fault] / right : 0;
      }
    }
    weights.addTo(gradient, row, p);
    return -StrictMath.log(right);
  }
}
