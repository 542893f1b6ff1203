package dev.inquest.memory;

/**
 * Log-likelihood ratios for "it came from this place, by this fault". In one array: for each
 * feature one whatever the fault, and what each fault adds; then for each word of an alarm anywhere
 * how it speaks for each fault.
 */
record Weights(int features, int faults, int words) {
  int size() {
    return features * (1 + faults) + words * faults;
  }

  boolean isBurst(int index) {
    return index >= features * (1 + faults);
  }

  double of(double[] w, int feature, int fault) {
    int base = feature * (1 + faults);
    return w[base] + w[base + 1 + fault];
  }

  /** Probability of each place (first index) by each fault. */
  double[][] probabilities(double[] w, Row row) {
    double[][] p = new double[row.places().length][];
    double[] burst = burst(w, row.burst());
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < p.length; place++) {
      p[place] = logits(w, row.places()[place], row.prior()[place], burst);
      for (double logit : p[place]) {
        most = Math.max(most, logit);
      }
    }
    normalise(p, most);
    return p;
  }

  private double[] burst(double[] w, Sparse words) {
    double[] sums = new double[faults];
    for (int i = 0; i < words.at().length; i++) {
      int base = features * (1 + faults) + words.at()[i] * faults;
      for (int fault = 0; fault < faults; fault++) {
        sums[fault] += w[base + fault] * words.value()[i];
      }
    }
    return sums;
  }

  private double[] logits(double[] w, Sparse x, double prior, double[] burst) {
    double[] sums = burst.clone();
    double shared = prior;
    for (int i = 0; i < x.at().length; i++) {
      int base = x.at()[i] * (1 + faults);
      double value = x.value()[i];
      shared += w[base] * value;
      for (int fault = 0; fault < faults; fault++) {
        sums[fault] += w[base + 1 + fault] * value;
      }
    }
    for (int fault = 0; fault < faults; fault++) {
      sums[fault] += shared;
    }
    return sums;
  }

  private static void normalise(double[][] p, double most) {
    double sum = 0;
    for (double[] of : p) {
      for (int fault = 0; fault < of.length; fault++) {
        of[fault] = StrictMath.exp(of[fault] - most);
        sum += of[fault];
      }
    }
    for (double[] of : p) {
      for (int fault = 0; fault < of.length; fault++) {
        of[fault] /= sum;
      }
    }
  }

  /**
   * Adds the derivative of the logits.
   *
   * @param pulls factor of each place (first index) by each fault
   */
  void addTo(double[] gradient, Row row, double[][] pulls) {
    double[] all = new double[faults];
    for (int place = 0; place < pulls.length; place++) {
      double sum = 0;
      for (int fault = 0; fault < faults; fault++) {
        all[fault] += pulls[place][fault];
        sum += pulls[place][fault];
      }
      addPlace(gradient, row.places()[place], pulls[place], sum);
    }
    Sparse words = row.burst();
    for (int i = 0; i < words.at().length; i++) {
      int base = features * (1 + faults) + words.at()[i] * faults;
      for (int fault = 0; fault < faults; fault++) {
        gradient[base + fault] += all[fault] * words.value()[i];
      }
    }
  }

  private void addPlace(double[] gradient, Sparse x, double[] pulls, double sum) {
    for (int i = 0; i < x.at().length; i++) {
      int base = x.at()[i] * (1 + faults);
      double value = x.value()[i];
      gradient[base] += sum * value;
      for (int fault = 0; fault < faults; fault++) {
        gradient[base + 1 + fault] += pulls[fault] * value;
      }
    }
  }
}
