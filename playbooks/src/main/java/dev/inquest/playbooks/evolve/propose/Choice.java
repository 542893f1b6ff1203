package dev.inquest.playbooks.evolve.propose;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One of many by chance. */
final class Choice {
  private Choice() {}

  /**
   * @param options at least one
   * @param luck from 0 to just below 1
   * @param weight not negative
   */
  static <T> T weighted(List<T> options, double luck, ToDoubleFunction<T> weight) {
    double all = 0;
    for (T option : options) {
      all += weight.applyAsDouble(option);
    }
    double left = luck * all;
    for (T option : options) {
      left -= weight.applyAsDouble(option);
      if (left < 0) {
        return option;
      }
    }
    return options.getLast();
  }
}
